package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.plan.Batch;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Records that are written in one transaction.
 *
 * @param batches the records of each table
 */
public record Transaction(List<Batch> batches) {

    public List<SinkRecord> records() {
        return batches.stream().flatMap(batch -> batch.records().stream()).toList();
    }
}
