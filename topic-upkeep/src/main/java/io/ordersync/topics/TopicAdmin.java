package io.ordersync.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The requests to the brokers. Each throws the brokers' error instead of an {@link ExecutionException}. */
record TopicAdmin(Admin admin) {

    /** Returns the topics that the asked broker knows, by name. */
    Map<String, TopicDescription> describe(Collection<String> names) throws InterruptedException {
        Map<String, TopicDescription> known = new HashMap<>();
        for (var topic : admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                known.put(topic.getKey(), get(topic.getValue()));
            } catch (UnknownTopicOrPartitionException missing) {
                known.remove(topic.getKey());
            }
        }
        return known;
    }

    /**
     * Returns false if the controller has a topic of this name: another program has just made it, or the asked broker has
     * not learnt of it yet.
     */
    boolean create(NewTopic topic) throws InterruptedException {
        try {
            get(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException e) {
            return false;
        }
    }

    void addPartitions(String topic, int total) throws InterruptedException {
        get(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(total)))
                .all());
    }

    void configure(String topic, Map<String, String> settings) throws InterruptedException {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET))
                .toList();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        get(admin.incrementalAlterConfigs(Map.of(resource, changes)).all());
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
