package io.ordersync.order.kafka.tail;

import io.ordersync.order.kafka.tail.index.TailIndex;
import io.ordersync.order.kafka.tail.index.TopicEnds;
import io.ordersync.order.kafka.tail.index.TopicEnds.End;
import io.ordersync.order.view.ViewPosition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import lombok.RequiredArgsConstructor;

/** Brings the index up to the present ends of the topic. Used by one thread. */
@RequiredArgsConstructor
final class TopicTail {

    private final TailClients clients;
    private final TailIndex index;
    private String topicId = "";

    /**
     * Reads what the index lacks. A full index stays as it is until the table has passed a part of it.
     *
     * @param positions positions of the table; the read begins at the lowest
     * @return the ends that the topic had before the read
     * @throws ExecutionException if the brokers do not answer
     */
    TopicEnds read(Collection<ViewPosition> positions) throws ExecutionException, InterruptedException {
        TopicEnds topic = clients.ends().read();
        if (!topic.topicId().equals(topicId)) {
            clients.closeConsumers();
            topicId = topic.topicId();
        }
        index.begin(topic, lowest(positions, topic));
        Set<Integer> partitions = topic.partitions().keySet();
        if (!index.isFull()) {
            clients.settled().read(partitions, index.missingSettled(topic), read -> {
                index.addSettled(read);
                return !index.isFull();
            });
        }
        if (!index.isFull()) {
            clients.open().read(partitions, index.missingOpen(topic), read -> {
                index.addOpen(read);
                return !index.isFull();
            });
        }
        return topic;
    }

    /** Ends the connections; the next read opens them again. */
    void close() {
        clients.close();
    }

    private static Map<Integer, Long> lowest(Collection<ViewPosition> positions, TopicEnds topic) {
        Map<Integer, Long> lowest = new HashMap<>();
        topic.partitions()
                .forEach((number, end) -> positions.forEach(
                        position -> lowest.merge(number, offset(position, number, topic.topicId(), end), Math::min)));
        return lowest;
    }

    private static long offset(ViewPosition position, int number, String topicId, End end) {
        return position.offsetIn(number, topicId, end.high());
    }
}
