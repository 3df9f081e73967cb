package io.ordersync.connect.sink.plan;

import org.apache.kafka.connect.sink.SinkRecord;

/** A record that cannot be stored, and the reason. */
public record RefusedRecord(SinkRecord record, RefusedRecordException reason) {}
