package io.ordersync.connect.deadletter;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a note instead of a dead letter that is larger than {@code max.request.size}: Kafka Connect would drop the letter.
 * The note says where the record is. Works for each stage at which a record can fail, also for converters.
 *
 * <p>Long causes, such as those that quote a value, are cut.
 */
public final class OversizedDeadLetters implements ProducerInterceptor<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(OversizedDeadLetters.class);

    /** The headers that {@code errors.deadletterqueue.context.headers.enable} adds. */
    static final String CONTEXT = "__connect.errors.";

    private static final int LONGEST_CAUSE = 64 * 1024;

    /** More than a batch of one record and the lengths of a header take. */
    private static final int OVERHEAD = 1024;

    private static final int HEADER_OVERHEAD = 20;

    private long limit = Long.MAX_VALUE;

    /** For the producer. */
    public OversizedDeadLetters() {}

    @Override
    public void configure(Map<String, ?> options) {
        limit = Math.min(
                number(options, ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                number(options, ProducerConfig.BUFFER_MEMORY_CONFIG));
    }

    private static long number(Map<String, ?> options, String name) {
        Object value = options.get(name);
        return value == null ? Long.MAX_VALUE : Long.parseLong(value.toString());
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> letter) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            headers.add(isContext(header) ? cut(header) : header);
        }
        if (size(letter.key()) + size(letter.value()) + size(headers) + OVERHEAD <= limit) {
            return copy(letter, headers, letter.key(), letter.value());
        }
        RecordNote note = RecordNote.of(letter, headers);
        log.warn("The dead letter is too large for the topic {}. A note is sent instead: {}", letter.topic(), note);
        RecordHeaders context = new RecordHeaders();
        for (Header header : headers) {
            if (isContext(header)) { // the record's own headers may be what makes it too large
                context.add(header);
            }
        }
        return copy(letter, context, null, note.bytes());
    }

    private static ProducerRecord<byte[], byte[]> copy(
            ProducerRecord<byte[], byte[]> letter,
            RecordHeaders headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        return new ProducerRecord<>(letter.topic(), letter.partition(), letter.timestamp(), key, value, headers);
    }

    private static boolean isContext(Header header) {
        return header.key().startsWith(CONTEXT);
    }

    private static Header cut(Header header) {
        return size(header.value()) <= LONGEST_CAUSE ? header : new CutHeader(header, LONGEST_CAUSE);
    }

    private static long size(RecordHeaders headers) {
        long size = 0;
        for (Header header : headers) {
            size += 3L * header.key().length() + size(header.value()) + HEADER_OVERHEAD;
        }
        return size;
    }

    private static long size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata sent, @Nullable Exception failure) {}

    @Override
    public void close() {}
}
