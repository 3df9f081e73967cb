package io.ordersync.operations.deadletters.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers of dead letters as spring-kafka and Kafka Connect write them. */
public final class DeadLetterSamples {

    private DeadLetterSamples() {}

    public static Headers bySpring(RecordAddress origin, long time, String cause) {
        return new RecordHeaders()
                .add("kafka_dlt-original-topic", utf8(origin.topic()))
                .add("kafka_dlt-original-partition", binary(origin.partition()))
                .add("kafka_dlt-original-offset", binary(origin.offset()))
                .add("kafka_dlt-original-timestamp", binary(time))
                .add("kafka_dlt-original-timestamp-type", utf8("CreateTime"))
                .add("kafka_dlt-exception-fqcn", utf8("io.ordersync.contract.UnreadableOrderRecord"))
                .add("kafka_dlt-exception-message", utf8(cause));
    }

    public static Headers byConnect(RecordAddress origin, String cause) {
        return new RecordHeaders()
                .add("__connect.errors.topic", utf8(origin.topic()))
                .add("__connect.errors.partition", utf8(Integer.toString(origin.partition())))
                .add("__connect.errors.offset", utf8(Long.toString(origin.offset())))
                .add("__connect.errors.connector.name", utf8("orders-sink"))
                .add("__connect.errors.stage", utf8("TASK_PUT"))
                .add("__connect.errors.exception.class.name", utf8("java.sql.SQLException"))
                .add("__connect.errors.exception.message", utf8(cause));
    }

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] binary(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] binary(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
