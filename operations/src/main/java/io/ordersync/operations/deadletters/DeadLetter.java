package io.ordersync.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A record that somebody could not use, with what its headers say about it. */
record DeadLetter(
        RecordAddress address,
        Optional<RecordAddress> origin,
        Instant time,
        String cause,
        ConsumerRecord<byte[], byte[]> record) {

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        DeadLetterHeaders headers = new DeadLetterHeaders(record.headers());
        return new DeadLetter(
                RecordAddress.of(record),
                headers.origin(),
                Instant.ofEpochMilli(headers.timestamp().orElse(record.timestamp())),
                headers.cause(),
                record);
    }

    /**
     * The same for all dead letters of one record: catalog-service and the sink may both have refused it. The time tells
     * a topic from one of the same name that was deleted.
     */
    String identity() {
        return origin.map(original -> original + "@" + time.toEpochMilli()).orElseGet(address::toString);
    }

    /** Why it cannot go back to where it came from. */
    Optional<String> refusal() {
        if (record.key() == null) {
            return Optional.of("it has no key, which says what order it is about and what partition it belongs to");
        }
        return origin.map(RecordAddress::topic)
                .filter(topic -> !topic.equals(TopicNames.ORDERS))
                .map(topic -> "it comes from " + topic + ", not from " + TopicNames.ORDERS);
    }

    /** Key, value and foreign headers as they were; the key decides on the partition, as it did at first. */
    ProducerRecord<byte[], byte[]> replay() {
        var replay = new ProducerRecord<>(TopicNames.ORDERS, record.key(), record.value());
        for (Header header : record.headers()) {
            if (!DeadLetterHeaders.isAdded(header)) {
                replay.headers().add(header);
            }
        }
        replay.headers().add(TopicNames.REPLAYED_FROM, address.toString().getBytes(UTF_8));
        return replay;
    }

    int size() {
        return record.value() == null ? 0 : record.value().length;
    }
}
