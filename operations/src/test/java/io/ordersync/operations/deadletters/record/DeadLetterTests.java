package io.ordersync.operations.deadletters.record;

import static io.ordersync.operations.deadletters.record.DeadLetterSamples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLetterTests {

    private static final RecordAddress ORIGIN = new RecordAddress("orders", 3, 4711);
    private static final long TIME = 1_763_679_349_101L;

    @Test
    void readsHeadersOfSpringKafka() {
        DeadLetter letter = letter("orders-dlt", TIME + 50, "key", DeadLetterSamples.bySpring(ORIGIN, TIME, "no JSON"));

        assertThat(letter.origin()).contains(ORIGIN);
        assertThat(letter.time()).isEqualTo(Instant.ofEpochMilli(TIME));
        assertThat(letter.cause()).isEqualTo("no JSON");
    }

    @Test
    void readsHeadersOfKafkaConnect() {
        DeadLetter letter = letter("orders-sink-dlq", TIME, "key", DeadLetterSamples.byConnect(ORIGIN, "too long"));

        assertThat(letter.origin()).contains(ORIGIN);
        assertThat(letter.time()).isEqualTo(Instant.ofEpochMilli(TIME));
        assertThat(letter.cause()).isEqualTo("too long");
    }

    @Test
    void addsTheInnermostCauseToAnIncompleteMessage() {
        Headers headers = DeadLetterSamples.byConnect(ORIGIN, "Converting byte[] failed due to serialization error: ")
                .add("__connect.errors.exception.stacktrace", utf8("""
                        org.apache.kafka.connect.errors.DataException: Converting byte[] failed due to serialization error:
                        \tat io.Somewhere
                        Caused by: org.apache.kafka.common.errors.SerializationException: com.fasterxml.JsonEOFException
                        Caused by: com.fasterxml.JsonEOFException: Unexpected end-of-input
                        \tat [Source: (byte[])]
                        """));

        assertThat(letter("orders-sink-dlq", TIME, "key", headers).cause())
                .isEqualTo("Converting byte[] failed due to serialization error:"
                        + " com.fasterxml.JsonEOFException: Unexpected end-of-input");
    }

    @Test
    void deadLettersOfOneRecordHaveOneIdentity() {
        DeadLetter bySpring =
                letter("orders-dlt", TIME + 50, "key", DeadLetterSamples.bySpring(ORIGIN, TIME, "no JSON"));
        DeadLetter byConnect = letter("orders-sink-dlq", TIME, "key", DeadLetterSamples.byConnect(ORIGIN, "no JSON"));
        DeadLetter ofADeletedTopic =
                letter("orders-sink-dlq", TIME - 1, "key", DeadLetterSamples.byConnect(ORIGIN, "no JSON"));

        assertThat(bySpring.identity()).isEqualTo(byConnect.identity()).isNotEqualTo(ofADeletedTopic.identity());
    }

    @Test
    void needsNoHeaders() {
        DeadLetter letter = letter("orders-dlt", TIME, "key", new RecordHeaders());

        assertThat(letter.origin()).isEmpty();
        assertThat(letter.cause()).isEqualTo("unknown");
        assertThat(letter.identity()).isEqualTo("orders-dlt:0:7");
        assertThat(letter.obstacle()).isEmpty();
    }

    @Test
    void ignoresMalformedHeaders() {
        Headers headers = new RecordHeaders()
                .add("kafka_dlt-original-topic", utf8("orders"))
                .add("kafka_dlt-original-partition", utf8("3"))
                .add("kafka_dlt-original-offset", null)
                .add("kafka_dlt-original-timestamp", utf8("yesterday"))
                .add("kafka_dlt-exception-message", utf8(" "))
                .add("__connect.errors.topic", utf8("orders"))
                .add("__connect.errors.partition", utf8("three"))
                .add("__connect.errors.offset", utf8("1"))
                .add("__connect.errors.exception.class.name", utf8("java.sql.SQLException"));
        DeadLetter letter = letter("orders-dlt", TIME, "key", headers);

        assertThat(letter.origin()).isEmpty();
        assertThat(letter.time()).isEqualTo(Instant.ofEpochMilli(TIME));
        assertThat(letter.cause()).isEqualTo("java.sql.SQLException");
    }

    @Test
    void replayedRecordHasOnlyTheOriginalHeadersAndTheAddress() {
        Headers headers = DeadLetterSamples.byConnect(ORIGIN, "too long")
                .add("traceparent", utf8("00-1-2-01"))
                .add("order-sync-replayed-from", utf8("orders-dlt:0:1"))
                .add("kafka_dlt-original-topic", utf8("orders"));

        ProducerRecord<byte[], byte[]> replay =
                letter("orders-sink-dlq", TIME, "key", headers).toReplayedRecord();

        assertThat(replay.topic()).isEqualTo("orders");
        assertThat(replay.partition()).isNull();
        assertThat(replay.key()).isEqualTo(utf8("key"));
        assertThat(replay.value()).isEqualTo(utf8("value"));
        assertThat(Arrays.stream(replay.headers().toArray()).map(Header::key))
                .containsExactly("traceparent", "order-sync-replayed-from");
        assertThat(replay.headers().lastHeader("order-sync-replayed-from").value())
                .isEqualTo(utf8("orders-sink-dlq:0:7"));
    }

    @Test
    void recordWithoutAKeyOrFromAnotherTopicCannotBeReplayed() {
        Headers foreign = DeadLetterSamples.byConnect(new RecordAddress("payments", 0, 1), "too long");

        assertThat(letter("orders-dlt", TIME, null, DeadLetterSamples.bySpring(ORIGIN, TIME, "no JSON"))
                        .obstacle())
                .get()
                .asString()
                .contains("no key");
        assertThat(letter("orders-sink-dlq", TIME, "key", foreign).obstacle())
                .contains("it comes from payments, not from orders");
    }

    private static DeadLetter letter(String topic, long time, String key, Headers headers) {
        return DeadLetter.of(new ConsumerRecord<>(
                topic,
                0,
                7,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                key == null ? null : utf8(key),
                utf8("value"),
                headers,
                Optional.empty()));
    }
}
