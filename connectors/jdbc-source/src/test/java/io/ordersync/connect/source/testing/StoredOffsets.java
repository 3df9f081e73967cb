package io.ordersync.connect.source.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** The offsets that a worker has stored: those of the records that it has sent. */
public final class StoredOffsets implements OffsetStorageReader {

    private final Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();

    public synchronized void commit(SourceRecord record) {
        offsets.put(Map.copyOf(record.sourcePartition()), record.sourceOffset());
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <T> Map<String, Object> offset(Map<String, T> partition) {
        return (Map<String, Object>) offsets.get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, offset(partition)));
        return found;
    }
}
