package io.ordersync.connect.sink;

import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.write.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Which offsets of which partitions records have. */
final class Extents {

    /** The smallest and the largest offset of a partition's records. */
    record Extent(long first, long last) {

        Extent plus(Extent other) {
            return new Extent(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    private Extents() {}

    static Map<TopicPartition, Extent> of(Transaction transaction) {
        Map<TopicPartition, Extent> extents = new HashMap<>();
        for (Batch batch : transaction.batches()) {
            List<SinkRecord> records = batch.records();
            int from = 0;
            for (int to = 1; to <= records.size(); to++) {
                if (to == records.size() || !isOfSamePartition(records.get(from), records.get(to))) {
                    long first = records.get(from).originalKafkaOffset();
                    long last = records.get(to - 1).originalKafkaOffset();
                    extents.merge(Batch.partitionOf(records.get(from)), new Extent(first, last), Extent::plus);
                    from = to;
                }
            }
        }
        return extents;
    }

    private static boolean isOfSamePartition(SinkRecord one, SinkRecord other) {
        return one.originalKafkaPartition().equals(other.originalKafkaPartition())
                && one.originalTopic().equals(other.originalTopic());
    }

    /**
     * Divides records of one topic into lists of limited size, in each of which the offsets of a partition grow. They do not
     * grow where the consumer has gone back to an earlier offset.
     */
    static List<List<SinkRecord>> divide(List<SinkRecord> records, int most) {
        List<List<SinkRecord>> parts = new ArrayList<>();
        Map<Integer, Long> last = new HashMap<>();
        Integer partition = null;
        long previous = -1;
        int from = 0;
        for (int to = 0; to < records.size(); to++) {
            SinkRecord record = records.get(to);
            if (!record.originalKafkaPartition().equals(partition)) {
                if (partition != null) {
                    last.put(partition, previous);
                }
                partition = record.originalKafkaPartition();
                previous = last.getOrDefault(partition, -1L);
            }
            if (to - from == most || record.originalKafkaOffset() <= previous) {
                parts.add(records.subList(from, to));
                last.clear();
                from = to;
            }
            previous = record.originalKafkaOffset();
        }
        parts.add(records.subList(from, records.size()));
        return parts;
    }
}
