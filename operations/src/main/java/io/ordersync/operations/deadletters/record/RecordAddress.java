package io.ordersync.operations.deadletters.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record is, written as {@code topic:partition:offset}. */
public record RecordAddress(String topic, int partition, long offset) {

    /** A valid topic name, and numbers that fit into int and long. */
    private static final Pattern FORM = Pattern.compile("([a-zA-Z0-9._-]+):(\\d{1,9}):(\\d{1,18})");

    public static RecordAddress of(ConsumerRecord<?, ?> record) {
        return new RecordAddress(record.topic(), record.partition(), record.offset());
    }

    /** Empty if the text is not an address. */
    public static Optional<RecordAddress> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RecordAddress(
                        form.group(1), Integer.parseInt(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }
}
