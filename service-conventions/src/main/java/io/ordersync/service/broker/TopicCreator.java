package io.ordersync.service.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates missing topics. {@link KafkaAdmin} would do this for beans of type {@code NewTopic}, but it also adds partitions
 * to an existing topic, and that moves an order's records to another partition.
 */
@Slf4j
@RequiredArgsConstructor
public final class TopicCreator {

    /** The size is that of a compressed batch. It exceeds that of other topics, since records may be compressed less. */
    private static final Map<String, String> DEAD_LETTERS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(16 * 1024 * 1024));

    private final KafkaAdmin kafka;

    /** Creates a topic if it is missing. An existing topic stays unchanged, so a login without the right to create is enough. */
    public void createIfMissing(NewTopic topic) throws ExecutionException, InterruptedException {
        withAdmin(admin -> create(admin, topic));
    }

    /**
     * Creates a topic of one partition that keeps its records without limit. A topic that the broker or Kafka Connect has
     * created with defaults gets the same configuration.
     */
    public void createDeadLetterTopic(String name, short replicas) throws ExecutionException, InterruptedException {
        withAdmin(admin -> {
            create(admin, new NewTopic(name, 1, replicas).configs(DEAD_LETTERS));
            configure(admin, name, DEAD_LETTERS);
        });
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        if (admin.listTopics().names().get().contains(topic.name())) {
            return;
        }
        try {
            admin.createTopics(List.of(topic)).all().get();
            log.info("Created the topic {} with {} partitions", topic.name(), topic.numPartitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another instance has just created it
                throw e;
            }
        }
    }

    private static void configure(Admin admin, String topic, Map<String, String> configs)
            throws ExecutionException, InterruptedException {
        List<AlterConfigOp> changes = configs.entrySet().stream()
                .map(config -> new AlterConfigOp(new ConfigEntry(config.getKey(), config.getValue()), OpType.SET))
                .toList();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    }

    /** Does not wait for pending calls at the end, since the service may be stopping. */
    private void withAdmin(AdminCalls calls) throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(kafka.getConfigurationProperties());
        try {
            calls.run(admin);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private interface AdminCalls {
        void run(Admin admin) throws ExecutionException, InterruptedException;
    }
}
