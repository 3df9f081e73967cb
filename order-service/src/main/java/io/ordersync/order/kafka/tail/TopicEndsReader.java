package io.ordersync.order.kafka.tail;

import io.ordersync.contract.Topics;
import io.ordersync.order.kafka.tail.index.TopicEnds;
import io.ordersync.order.kafka.tail.index.TopicEnds.End;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the brokers for the partitions of the topic and for their ends. Not for use by several threads. */
final class TopicEndsReader implements TailClients.Closeable {

    private final Admin admin;
    private int partitions;

    TopicEndsReader(Admin admin) {
        this.admin = admin;
    }

    /**
     * Reads partitions and ends at the same time, since partitions are rarely added.
     *
     * @throws ExecutionException if a broker refuses to answer or does not answer in time
     */
    TopicEnds read() throws ExecutionException, InterruptedException {
        KafkaFuture<TopicDescription> described =
                admin.describeTopics(List.of(Topics.ORDERS)).topicNameValues().get(Topics.ORDERS);
        Offsets offsets = new Offsets(partitions);
        TopicDescription topic = described.get();
        if (topic.partitions().size() != partitions) {
            partitions = topic.partitions().size();
            offsets = new Offsets(partitions);
        }
        return new TopicEnds(topic.topicId().toString(), offsets.get());
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    /** The two ends of each partition, asked for at once. */
    private final class Offsets {

        private final int partitions;
        private final ListOffsetsResult stable;
        private final ListOffsetsResult high;

        Offsets(int partitions) {
            Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, partitions)
                    .boxed()
                    .collect(Collectors.toMap(
                            number -> new TopicPartition(Topics.ORDERS, number), number -> OffsetSpec.latest()));
            this.partitions = partitions;
            this.stable = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
            this.high = admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
        }

        Map<Integer, End> get() throws ExecutionException, InterruptedException {
            Map<Integer, End> ends = new HashMap<>();
            for (int number = 0; number < partitions; number++) {
                ends.put(number, new End(offset(stable, number), offset(high, number)));
            }
            return ends;
        }

        private static long offset(ListOffsetsResult result, int number)
                throws ExecutionException, InterruptedException {
            return result.partitionResult(new TopicPartition(Topics.ORDERS, number))
                    .get()
                    .offset();
        }
    }
}
