package io.ordersync.operations.deadletters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record lies, written as {@code topic:partition:offset}. */
record RecordAddress(String topic, int partition, long offset) {

    /** A topic's name as Kafka allows it, and numbers that fit. */
    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]+):(\\d{1,9}):(\\d{1,18})");

    static RecordAddress of(ConsumerRecord<?, ?> record) {
        return new RecordAddress(record.topic(), record.partition(), record.offset());
    }

    /** Nothing if the text is no address. */
    static Optional<RecordAddress> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RecordAddress(
                        form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }
}
