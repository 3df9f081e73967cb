package io.ordersync.connect.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Says where a record is that is too large to be a dead letter. The note of catalog-service has the same fields. */
record RecordNote(String json) {

    private static final int LONGEST_KEY = 1024;

    /** @param headers the headers that Kafka Connect has added to the dead letter */
    static RecordNote of(ProducerRecord<byte[], byte[]> letter, Headers headers) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("topic", text(headers, "topic"));
        note.put("partition", number(headers, "partition"));
        note.put("offset", number(headers, "offset"));
        note.put("timestamp", letter.timestamp());
        if (letter.key() != null && letter.key().length <= LONGEST_KEY) {
            note.put("key", new String(letter.key(), UTF_8));
        }
        note.put("keyBytes", size(letter.key()));
        note.put("valueBytes", size(letter.value()));
        note.put("note", "too large to be kept");
        return new RecordNote(note.toString());
    }

    byte[] bytes() {
        return json.getBytes(UTF_8);
    }

    private static @Nullable Long number(Headers headers, String name) {
        String text = text(headers, name);
        return text == null ? null : Long.valueOf(text);
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(OversizedDeadLetters.CONTEXT + name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    @Override
    public String toString() {
        return json;
    }
}
