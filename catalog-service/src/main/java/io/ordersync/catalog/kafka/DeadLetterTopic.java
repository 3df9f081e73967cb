package io.ordersync.catalog.kafka;

import io.ordersync.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Makes {@code orders-dlt} when the service starts. A bean of type {@code NewTopic} is looked at only once: with the
 * broker away just then, the topic would be missing when the first unreadable record comes.
 */
@Slf4j
@Component
class DeadLetterTopic implements ApplicationRunner, DisposableBean {

    /** After compression; what {@link DeadLetters} sends is counted before. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Kept until somebody has seen to them. */
    private static final Map<String, String> SETTINGS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_BYTES));

    private final KafkaAdmin kafka;
    private final DeadLetterTopicProperties properties;
    private final BrokerTask making = new BrokerTask("Making the topic " + Topics.ORDERS_DLT, this::make);

    DeadLetterTopic(KafkaAdmin kafka, DeadLetterTopicProperties properties) {
        this.kafka = kafka;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments args) {
        making.begin();
    }

    @Override
    public void destroy() {
        making.close();
    }

    /** Closed without waiting for calls that are under way: the service may be stopping. */
    private void make() throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(kafka.getConfigurationProperties());
        try {
            create(admin);
            keepForEver(admin);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        NewTopic topic = new NewTopic(Topics.ORDERS_DLT, 1, properties.replicas()).configs(SETTINGS);
        try {
            admin.createTopics(List.of(topic)).all().get();
            log.info("Made the topic {}", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** For a topic that the broker has made first, with its defaults. */
    private static void keepForEver(Admin admin) throws ExecutionException, InterruptedException {
        List<AlterConfigOp> settings = SETTINGS.entrySet().stream()
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET))
                .toList();
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS_DLT);
        admin.incrementalAlterConfigs(Map.of(topic, settings)).all().get();
    }
}
