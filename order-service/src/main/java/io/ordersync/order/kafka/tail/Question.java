package io.ordersync.order.kafka.tail;

import io.ordersync.order.kafka.tail.index.TopicEnds;
import io.ordersync.order.view.ViewPosition;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A request that needs the tail as it is after the request came in.
 *
 * @param position the position of the table
 * @param answer finds the answer in the index after the read
 * @param done completes with the answer
 */
record Question<T>(ViewPosition position, Function<TopicEnds, T> answer, CompletableFuture<T> done) {

    Question(ViewPosition position, Function<TopicEnds, T> answer) {
        this(position, answer, new CompletableFuture<>());
    }

    /** Whether nobody waits for the answer any more. */
    boolean isOver() {
        return done.isDone();
    }

    void answer(TopicEnds topic) {
        try {
            done.complete(answer.apply(topic));
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    void fail(RuntimeException cause) {
        done.completeExceptionally(cause);
    }
}
