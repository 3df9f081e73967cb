package io.ordersync.topics;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * A topic that a program cannot work without.
 *
 * @param creation how this program makes the topic; null if it must not make it
 * @param remedy who or what makes the topic if this program does not
 * @param settings settings that the topic gets even if another program has made it
 * @param leastPartitions a topic with fewer partitions gets more; 0 leaves every topic as it is
 */
public record RequiredTopic(
        String name, @Nullable NewTopic creation, String remedy, Map<String, String> settings, int leastPartitions) {

    /** The size is that of a compressed batch. It exceeds that of other topics, since records may be compressed less. */
    private static final Map<String, String> DEAD_LETTERS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(16 * 1024 * 1024));

    /** A topic that this program makes if it is missing. */
    public static RequiredTopic made(NewTopic creation) {
        return new RequiredTopic(creation.name(), creation, "", Map.of(), 0);
    }

    /**
     * A topic of one partition that keeps its records without limit. A topic that the broker or Kafka Connect has made with
     * defaults gets the same settings.
     *
     * @param replicas empty or -1 for the brokers' default
     */
    public static RequiredTopic deadLetters(String name, Optional<Short> replicas) {
        NewTopic creation = new NewTopic(name, Optional.of(1), replicas).configs(DEAD_LETTERS);
        return new RequiredTopic(name, creation, "", DEAD_LETTERS, 0);
    }

    /** A topic that this program must not make. @param remedy completes the sentence that says that it is missing */
    public static RequiredTopic ofOthers(String name, String remedy) {
        return new RequiredTopic(name, null, remedy, Map.of(), 0);
    }

    /** The same topic, which gets more partitions whenever it has fewer than this. */
    public RequiredTopic withLeastPartitions(int partitions) {
        return new RequiredTopic(name, creation, remedy, settings, partitions);
    }
}
