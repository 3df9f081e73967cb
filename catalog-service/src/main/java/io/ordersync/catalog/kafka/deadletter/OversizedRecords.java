package io.ordersync.catalog.kafka.deadletter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The positions of the last records that were too large for the dead-letter topic: more than a batch holds. */
final class OversizedRecords {

    private static final int MOST = 10_000;

    private final Set<Position> positions = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    void add(ConsumerRecord<?, ?> record) {
        positions.add(Position.of(record));
    }

    boolean contains(ConsumerRecord<?, ?> record) {
        return positions.contains(Position.of(record));
    }

    private record Position(TopicPartition partition, long offset) {

        static Position of(ConsumerRecord<?, ?> record) {
            return new Position(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
    }

    private static final class Recent extends LinkedHashMap<Position, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Position, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
