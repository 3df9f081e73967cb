package io.ordersync.order.kafka.tail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.ordersync.order.Requester;
import io.ordersync.order.kafka.tail.index.TailIndex;
import io.ordersync.order.kafka.tail.index.TopicEnds;
import io.ordersync.order.view.LoggedOrders;
import io.ordersync.order.view.OrderTail;
import io.ordersync.order.view.ViewBehind;
import io.ordersync.order.view.ViewPosition;
import io.ordersync.outage.OutageLog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Reads the tail of the topic for requests. All requests that came in before a read share it. The next read begins after an
 * interval, and only if there is a request. What was read before is not read again.
 */
@Slf4j
@Component
class TailReader implements OrderTail, DisposableBean {

    private final TailProperties properties;
    private final TailIndex index;
    private final TailMetrics metrics;
    private final TopicTail tail;
    private final OutageLog outage = new OutageLog(log, Clock.systemUTC());
    private final Queue<Question<?>> questions = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        var reader = new Thread(task, "orders-tail");
        reader.setDaemon(true);
        return reader;
    });
    private volatile long lastRead;

    TailReader(TailProperties properties, TailClients clients, TailIndex index, TailMetrics metrics) {
        this.properties = properties;
        this.index = index;
        this.metrics = metrics;
        this.tail = new TopicTail(clients, index);
        this.lastRead = System.nanoTime() - properties.interval().toNanos();
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public LoggedOrders known(UUID id, ViewPosition position) {
        return index.find(id, position);
    }

    @Override
    public CompletableFuture<LoggedOrders> read(UUID id, Requester requester, ViewPosition position) {
        return ask(position, topic -> index.find(id, requester, position, topic));
    }

    @Override
    public CompletableFuture<Optional<Instant>> oldestMissing(ViewPosition position) {
        return ask(position, topic -> index.oldest(position));
    }

    @Override
    public void destroy() {
        thread.execute(tail::close);
        thread.shutdown();
    }

    private <T> CompletableFuture<T> ask(ViewPosition position, Function<TopicEnds, T> answer) {
        var question = new Question<>(position, answer);
        questions.add(question);
        schedule();
        return question.done()
                .orTimeout(properties.timeout().toMillis(), MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof ViewBehind ? failure : ViewBehind.unreadable(failure)));
    }

    private void schedule() {
        if (!questions.isEmpty() && scheduled.compareAndSet(false, true)) {
            long pause = lastRead + properties.interval().toNanos() - System.nanoTime();
            thread.schedule(this::readForAll, Math.max(0, pause), NANOSECONDS);
        }
    }

    private void readForAll() {
        lastRead = System.nanoTime();
        List<Question<?>> batch = takeQuestions();
        try {
            if (!batch.isEmpty()) {
                TopicEnds topic =
                        tail.read(batch.stream().map(Question::position).toList());
                metrics.countRead();
                outage.ended("The tail of the topic orders is read again");
                batch.forEach(question -> question.answer(topic));
            }
        } catch (Throwable e) { // every question has to be answered
            outage.failed(
                    "The tail of the topic orders cannot be read: " + NestedExceptionUtils.getMostSpecificCause(e));
            tail.close();
            batch.forEach(question -> question.fail(ViewBehind.unreadable(e)));
        } finally {
            scheduled.set(false);
            schedule();
        }
    }

    private List<Question<?>> takeQuestions() {
        List<Question<?>> batch = new ArrayList<>();
        for (Question<?> next = questions.poll(); next != null; next = questions.poll()) {
            if (!next.isOver()) {
                batch.add(next);
            }
        }
        return batch;
    }
}
