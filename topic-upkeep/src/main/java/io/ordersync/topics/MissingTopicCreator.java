package io.ordersync.topics;

import io.ordersync.outage.OutageLog;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topic of a producer's first record if it is missing, with the brokers' defaults. A setting of the Connect
 * worker: its sources need no {@code topic.creation.*}, although the brokers create no topic by themselves.
 *
 * <p>A source with {@code topic.creation.*} is not affected: Connect has created its topic before it hands over the record.
 */
public final class MissingTopicCreator implements ProducerInterceptor<Object, Object> {

    private static final Logger log = LoggerFactory.getLogger(MissingTopicCreator.class);
    private static final int TIMEOUT_MS = 5000;
    private static final int PAUSE_MS = 1000;

    private final OutageLog outage = new OutageLog(log, Clock.systemUTC());
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private Map<String, Object> client = Map.of();
    private volatile boolean closed;

    /** For the producer. */
    public MissingTopicCreator() {}

    @Override
    public void configure(Map<String, ?> producer) {
        Map<String, Object> settings = new HashMap<>(producer);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        client = settings;
    }

    /**
     * Tries until the topic exists, and says why it does not. The producer would wait for the topic without a limit, and say
     * less.
     */
    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
        String topic = record.topic();
        try {
            while (!known.contains(topic) && !closed) {
                if (isSettled(topic)) {
                    known.add(topic);
                } else {
                    Thread.sleep(PAUSE_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return record;
    }

    /** Returns false if the brokers have to be asked again. The producer itself reports a topic that it must not write. */
    private boolean isSettled(String topic) throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            createIfMissing(topic, new TopicAdmin(admin));
            outage.ended("The topic " + topic + " exists");
            return true;
        } catch (AuthorizationException | InvalidTopicException e) {
            log.warn("The topic {} cannot be created if it is missing: {}", topic, e.getMessage());
            return true;
        } catch (KafkaException e) {
            outage.failed(
                    "Records wait for the topic %s, which cannot be created: %s".formatted(topic, e.getMessage()));
            return false;
        }
    }

    private static void createIfMissing(String topic, TopicAdmin brokers) throws InterruptedException {
        boolean isMissing = brokers.describe(List.of(topic)).isEmpty();
        if (isMissing && brokers.create(new NewTopic(topic, Optional.empty(), Optional.empty()))) {
            log.info("Created the topic {} for its first record, with the brokers' defaults", topic);
        }
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure) {
        // Connect handles both.
    }

    @Override
    public void close() {
        closed = true;
    }
}
