package io.ordersync.catalog.kafka;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where the last records of some kind lie: many more than a batch may hold, and not without end. */
final class RecentAddresses {

    private static final int MOST = 10_000;

    private final Set<Address> addresses = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    void add(ConsumerRecord<?, ?> record) {
        addresses.add(Address.of(record));
    }

    boolean contains(ConsumerRecord<?, ?> record) {
        return addresses.contains(Address.of(record));
    }

    private record Address(TopicPartition partition, long offset) {

        static Address of(ConsumerRecord<?, ?> record) {
            return new Address(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
    }

    private static final class Recent extends LinkedHashMap<Address, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
