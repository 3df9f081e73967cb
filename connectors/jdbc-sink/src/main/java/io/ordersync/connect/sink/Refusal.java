package io.ordersync.connect.sink;

import org.apache.kafka.connect.sink.SinkRecord;

/** A record that cannot be stored, and why. */
record Refusal(SinkRecord record, RefusedRecordException reason) {}
