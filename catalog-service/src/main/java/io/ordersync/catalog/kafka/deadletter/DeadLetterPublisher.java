package io.ordersync.catalog.kafka.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.catalog.kafka.RecordBytes;
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
 * Sends unusable records unchanged to the dead-letter topic, with the cause in headers, in the listener's transaction. It
 * does not wait for a send, because the commit fails if a send fails.
 *
 * <p>A record may be too large for the memory of this process or for the topic. Then a note with its topic, partition and
 * offset is sent instead. A note has no key, so it cannot be replayed.
 */
@Slf4j
@Component
class DeadLetterPublisher extends DeadLetterPublishingRecoverer {

    private static final TopicPartition ANY_PARTITION = new TopicPartition(Topics.ORDERS_DLT, -1);

    private final OversizedRecords oversized = new OversizedRecords();

    DeadLetterPublisher(KafkaTemplate<byte[], byte[]> kafka) {
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
        if (size(record) > RecordBytes.MAX_BYTES || oversized.contains(record)) {
            record.headers().forEach(own -> headers.remove(own.key())); // they may make the record too large
            return new ProducerRecord<>(destination.topic(), null, (Object) null, note(record), headers);
        }
        return new ProducerRecord<>(destination.topic(), null, bytes(record.key()), bytes(record.value()), headers);
    }

    @Override
    protected void publish(
            ProducerRecord<Object, Object> deadLetter,
            KafkaOperations<Object, Object> kafka,
            ConsumerRecord<?, ?> record) {
        try {
            kafka.send(deadLetter).whenComplete((sent, failure) -> rememberIfTooLarge(record, failure));
        } catch (RuntimeException failure) {
            rememberIfTooLarge(record, failure);
            throw failure;
        }
    }

    /** The failure aborts the transaction. The batch is delivered again, and then a note replaces the record. */
    private void rememberIfTooLarge(ConsumerRecord<?, ?> record, @Nullable Throwable failure) {
        if (failure != null && NestedExceptionUtils.getMostSpecificCause(failure) instanceof RecordTooLargeException) {
            log.warn(
                    "The record {} is too large for the topic {}: {} bytes",
                    positionOf(record),
                    Topics.ORDERS_DLT,
                    size(record));
            oversized.add(record);
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

    private static String positionOf(ConsumerRecord<?, ?> record) {
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
