package io.ordersync.connect.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OversizedDeadLettersTests {

    private final OversizedDeadLetters interceptor = new OversizedDeadLetters();

    OversizedDeadLettersTests() {
        interceptor.configure(Map.of("max.request.size", "1000000", "buffer.memory", "33554432"));
    }

    @Test
    void leavesALetterThatFits() {
        ProducerRecord<byte[], byte[]> sent = interceptor.onSend(letter(new byte[900_000], "too long"));

        assertThat(sent.value()).hasSize(900_000);
        assertThat(sent.key()).isEqualTo("key-1".getBytes(UTF_8));
        assertThat(header(sent, "own")).isEqualTo("header of the record");
        assertThat(header(sent, "__connect.errors.exception.message")).isEqualTo("too long");
    }

    @Test
    void sendsANoteInsteadOfALetterThatIsTooLarge() {
        ProducerRecord<byte[], byte[]> sent = interceptor.onSend(letter(new byte[1_000_000], "too long"));

        assertThat(new String(sent.value(), UTF_8)).isEqualTo("""
                {"topic":"orders","partition":3,"offset":1207,"timestamp":7,"key":"key-1","keyBytes":5,\
                "valueBytes":1000000,"note":"too large to be kept"}""");
        assertThat(sent.key()).isNull();
        assertThat(sent.headers().lastHeader("own")).isNull();
        assertThat(header(sent, "__connect.errors.exception.message")).isEqualTo("too long");
    }

    @Test
    void cutsACauseThatQuotesALargeValue() {
        ProducerRecord<byte[], byte[]> sent = interceptor.onSend(letter(new byte[1], "a" + "물".repeat(1_000_000)));

        assertThat(sent.key()).isNotNull();
        assertThat(header(sent, "__connect.errors.exception.message"))
                .hasSizeBetween(20_000, 22_000)
                .endsWith("물");
    }

    private static ProducerRecord<byte[], byte[]> letter(byte[] value, String cause) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("own", "header of the record".getBytes(UTF_8));
        headers.add("__connect.errors.topic", "orders".getBytes(UTF_8));
        headers.add("__connect.errors.partition", "3".getBytes(UTF_8));
        headers.add("__connect.errors.offset", "1207".getBytes(UTF_8));
        headers.add("__connect.errors.exception.message", cause.getBytes(UTF_8));
        return new ProducerRecord<>("orders-sink-dlq", null, 7L, "key-1".getBytes(UTF_8), value, headers);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
