package io.ordersync.catalog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.Topics;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.stereotype.Component;

/**
 * Puts records aside that nobody can use, as they were and with the cause in headers, in the listener's transaction. Its
 * commit fails if a send does, so no send is waited for.
 *
 * <p>A record may be too large to be kept: for the memory of this process, or for the topic, which refuses it. Its place
 * is taken by a note of where it lies. A note has no key, and so it can never be replayed.
 */
@Slf4j
@Component
class DeadLetters extends DeadLetterPublishingRecoverer {

    /**
     * The largest record, unpacked, that is read and put aside as a whole. To send it takes its size twice, for the
     * record and for the producer's buffer: 48 MB of a heap of 320 MB, which holds batches and requests as well. The
     * producer's {@code max.request.size} leaves 1 MB above it for the cause.
     */
    static final int MAX_BYTES = 24 * 1024 * 1024;

    private static final TopicPartition ANY_PARTITION = new TopicPartition(Topics.ORDERS_DLT, -1);

    private final RecentAddresses refused = new RecentAddresses();

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        super(kafka, (record, cause) -> ANY_PARTITION);
        setFailIfSendResultIsError(false);
        excludeHeader(HeadersToAdd.EX_STACKTRACE);
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record,
            TopicPartition destination,
            Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        if (size(record) > MAX_BYTES || refused.contains(record)) {
            record.headers().forEach(own -> headers.remove(own.key())); // they may be what makes it too large
            return new ProducerRecord<>(destination.topic(), null, (Object) null, note(record), headers);
        }
        return new ProducerRecord<>(destination.topic(), null, bytes(record.key()), bytes(record.value()), headers);
    }

    @Override
    protected void publish(
            ProducerRecord<Object, Object> letter, KafkaOperations<Object, Object> kafka, ConsumerRecord<?, ?> record) {
        try {
            kafka.send(letter).whenComplete((sent, failure) -> remember(record, failure));
        } catch (RuntimeException failure) {
            remember(record, failure);
            throw failure;
        }
    }

    /** The transaction fails with it, the batch is delivered again, and then this record leaves a note. */
    private void remember(ConsumerRecord<?, ?> record, @Nullable Throwable failure) {
        if (failure != null && NestedExceptionUtils.getMostSpecificCause(failure) instanceof RecordTooLargeException) {
            log.warn("{} does not take the {} bytes of {}", Topics.ORDERS_DLT, size(record), addressOf(record));
            refused.add(record);
        }
    }

    private static byte[] note(ConsumerRecord<?, ?> record) {
        return """
                {"topic": "%s", "partition": %d, "offset": %d, "timestamp": %d, "keyBytes": %d, "valueBytes": %d, \
                "note": "too large to be kept"}""".formatted(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        size(record.key()),
                        size(record.value()))
                .getBytes(UTF_8);
    }

    private static String addressOf(ConsumerRecord<?, ?> record) {
        return record.topic() + ":" + record.partition() + ":" + record.offset();
    }

    private static long size(ConsumerRecord<?, ?> record) {
        long size = (long) size(record.key()) + size(record.value());
        for (Header header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private static int size(@Nullable Object half) {
        return half == null ? 0 : ((RecordBytes) half).size();
    }

    private static byte @Nullable [] bytes(@Nullable Object half) {
        return half == null ? null : ((RecordBytes) half).bytes();
    }
}
