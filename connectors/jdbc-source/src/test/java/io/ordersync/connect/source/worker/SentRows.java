package io.ordersync.connect.source.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The rows of a topic with one partition as readers of committed records see them.
 *
 * @param ids in the order in which they were sent
 */
record SentRows(List<Integer> ids) {

    private static final Pattern ID = Pattern.compile("\"payload\":\\{\"id\":(\\d+)");

    /** Reads the topic up to its end; returns no rows if there is no such topic. */
    static SentRows read(String bootstrapServers, String topic) {
        List<Integer> ids = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "allow.auto.create.topics",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            if (!consumer.listTopics().containsKey(topic)) {
                return new SentRows(ids);
            }
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> ids.add(id(record.value())));
            }
        }
        return new SentRows(ids);
    }

    private static int id(String value) {
        Matcher id = ID.matcher(value);
        if (!id.find()) {
            throw new IllegalArgumentException(value);
        }
        return Integer.parseInt(id.group(1));
    }

    TreeSet<Integer> distinct() {
        return new TreeSet<>(ids);
    }

    int repeated() {
        return ids.size() - distinct().size();
    }

    long mostOften() {
        return ids.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** Returns the rows of each read of the whole table, which sends its rows in the order of their ids. */
    List<List<Integer>> reads() {
        List<List<Integer>> reads = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= ids.size(); i++) {
            if (i == ids.size() || ids.get(i) <= ids.get(i - 1)) {
                reads.add(ids.subList(begin, i));
                begin = i;
            }
        }
        return reads;
    }
}
