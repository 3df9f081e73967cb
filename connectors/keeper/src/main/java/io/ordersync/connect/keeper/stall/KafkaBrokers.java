package io.ordersync.connect.keeper.stall;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The positions of consumer groups and the ends of topics, as the brokers know them. */
final class KafkaBrokers implements SinkStallCheck.Brokers, SourceStallCheck.Brokers {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final OffsetAndMetadata START = new OffsetAndMetadata(0);

    /** A consumer reads whole batches; larger ones do not fit into the keeper's memory. */
    private static final int LARGEST_BATCH = 2 * 1024 * 1024;

    private final Map<String, Object> client;
    private final UnreadRecords unread;
    private @Nullable Admin admin;

    KafkaBrokers(String bootstrapServers) {
        this.client = Map.of(
                "bootstrap.servers", bootstrapServers,
                "enable.metrics.push", false,
                "request.timeout.ms", TIMEOUT_MILLIS,
                "default.api.timeout.ms", TIMEOUT_MILLIS);
        this.unread = new UnreadRecords(bootstrapServers);
    }

    @Override
    public Map<String, Map<TopicPartition, Position>> positions(Map<String, Predicate<String>> readFromStart)
            throws IOException, InterruptedException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets = committed(readFromStart.keySet());
        Set<TopicPartition> partitions = partitionsOf(topics(readFromStart.values()));
        readFromStart.forEach((group, isReadFromStart) -> partitions.stream()
                .filter(partition -> isReadFromStart.test(partition.topic()))
                .forEach(partition -> offsets.get(group).putIfAbsent(partition, START)));
        Map<TopicPartition, Long> ends = endsOf(offsets.values().stream()
                .flatMap(each -> each.keySet().stream())
                .collect(Collectors.toSet()));
        Map<String, Map<TopicPartition, Position>> positions = new HashMap<>();
        offsets.forEach((group, each) -> positions.put(group, join(each, ends)));
        return positions;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Collection<String> groups)
            throws IOException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> all = groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
        get(admin().listConsumerGroupOffsets(all).all())
                .forEach((group, offsets) -> committed.put(group, new HashMap<>(offsets)));
        return committed;
    }

    private Set<String> topics(Collection<Predicate<String>> filters) throws IOException, InterruptedException {
        return get(admin().listTopics().names()).stream()
                .filter(topic -> filters.stream().anyMatch(filter -> filter.test(topic)))
                .collect(Collectors.toSet());
    }

    private static Map<TopicPartition, Position> join(
            Map<TopicPartition, OffsetAndMetadata> offsets, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Position> positions = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null && ends.containsKey(partition)) {
                positions.put(partition, new Position(offset.offset(), ends.get(partition), offset.metadata()));
            }
        });
        return positions;
    }

    /** Leaves out partitions whose end is unknown now, such as those of a deleted topic. */
    private Map<TopicPartition, Long> endsOf(Set<TopicPartition> partitions) throws IOException, InterruptedException {
        ListOffsetsResult result = admin().listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : partitions) {
            try {
                ends.put(partition, get(result.partitionResult(partition)).offset());
            } catch (IOException e) {
                ends.remove(partition);
            }
        }
        return ends;
    }

    @Override
    public Map<String, Long> ends(Set<String> topics) throws IOException, InterruptedException {
        Map<String, Long> ends = new HashMap<>();
        endsOf(partitionsOf(topics)).forEach((partition, end) -> ends.merge(partition.topic(), end, Long::sum));
        return ends;
    }

    /** Leaves out topics that do not exist. */
    private Set<TopicPartition> partitionsOf(Set<String> topics) throws IOException, InterruptedException {
        Set<TopicPartition> partitions = new HashSet<>();
        for (var topic : admin().describeTopics(topics).topicNameValues().entrySet()) {
            try {
                get(topic.getValue())
                        .partitions()
                        .forEach(each -> partitions.add(new TopicPartition(topic.getKey(), each.partition())));
            } catch (IOException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return partitions;
    }

    @Override
    public boolean isAnyUnread(TopicPartition partition, Position position) throws IOException, InterruptedException {
        return largestBatch(partition.topic()) > LARGEST_BATCH || unread.isAnyIn(partition, position);
    }

    private int largestBatch(String topic) throws IOException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        String bytes = get(admin().describeConfigs(List.of(resource)).all())
                .get(resource)
                .get("max.message.bytes")
                .value();
        return Integer.parseInt(bytes);
    }

    /** Made when it is needed: the name of a broker that has not started may be unknown. */
    private Admin admin() throws IOException {
        try {
            admin = admin == null ? Admin.create(client) : admin;
            return admin;
        } catch (KafkaException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static <T> T get(KafkaFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException("the brokers do not answer: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
