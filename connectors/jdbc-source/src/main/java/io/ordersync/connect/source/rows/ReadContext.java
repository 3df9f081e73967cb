package io.ordersync.connect.source.rows;

import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.table.Relation;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** What every reader of a table needs. */
public record ReadContext(Relation relation, SourceConfig config, ReadMetrics metrics) {

    /** Returns how many rows one statement reads. */
    public int rows() {
        int most = config.pace().rows();
        return Math.min(most, config.querySuffix().limit().orElse(most));
    }

    public String suffix() {
        return config.querySuffix().text();
    }

    public SourceRecord record(Map<String, ?> offset, Struct value) {
        return new SourceRecord(
                relation.partition(), offset, relation.topic(), null, null, null, value.schema(), value);
    }
}
