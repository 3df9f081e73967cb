package io.ordersync.operations.deadletters.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A record that catalog-service or the sink could not process, and what its headers say about it. */
public record DeadLetter(
        RecordAddress address,
        Optional<RecordAddress> origin,
        Instant time,
        String cause,
        ConsumerRecord<byte[], byte[]> record) {

    /** The topics of catalog-service and of the sink. */
    public static final List<String> TOPICS = List.of(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ);

    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        DeadLetterHeaders headers = new DeadLetterHeaders(record.headers());
        return new DeadLetter(
                RecordAddress.of(record),
                headers.origin(),
                Instant.ofEpochMilli(headers.timestamp().orElse(record.timestamp())),
                headers.cause(),
                record);
    }

    /**
     * The same for all dead letters of one record: catalog-service and the sink may both have refused the record. The
     * time is part of it because a topic may have been deleted and created again.
     */
    public String identity() {
        return origin.map(original -> original + "@" + time.toEpochMilli()).orElseGet(address::toString);
    }

    /** Why the record cannot be replayed; empty if it can. */
    public Optional<String> obstacle() {
        if (record.key() == null) {
            return Optional.of("it has no key, and the key names the order and the partition");
        }
        return origin.map(RecordAddress::topic)
                .filter(topic -> !topic.equals(Topics.ORDERS))
                .map(topic -> "it comes from " + topic + ", not from " + Topics.ORDERS);
    }

    /** The record for the topic orders, with the same key, the same value and those headers that it had at first. */
    public ProducerRecord<byte[], byte[]> toReplayedRecord() {
        var replay = new ProducerRecord<>(Topics.ORDERS, record.key(), record.value());
        for (Header header : record.headers()) {
            if (!DeadLetterHeaders.isAdded(header)) {
                replay.headers().add(header);
            }
        }
        replay.headers().add(Topics.REPLAYED_HEADER, address.toString().getBytes(UTF_8));
        return replay;
    }

    /** The size of the value in bytes. */
    public int size() {
        return record.value() == null ? 0 : record.value().length;
    }
}
