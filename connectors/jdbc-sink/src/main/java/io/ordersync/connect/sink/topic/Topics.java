package io.ordersync.connect.sink.topic;

import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks the brokers for topics: their ids, and how many partitions they have. */
public final class Topics implements AutoCloseable {

    private static final int LONGEST_REQUEST_MS = 5000;

    private final Map<String, Object> settings = new HashMap<>();
    private @Nullable Admin admin;
    private boolean isClosed;

    /** @param settings the settings of the client; empty if the brokers must not be asked */
    public Topics(Map<String, String> settings) {
        if (!settings.isEmpty()) {
            this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_REQUEST_MS);
            this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LONGEST_REQUEST_MS);
            this.settings.putAll(settings);
        }
    }

    /**
     * Returns the topics that exist, by name; nothing if the brokers must not be asked.
     *
     * @throws SQLTransientException if the brokers do not answer in time, so that the sink waits as in an outage
     */
    public Map<String, Topic> read(Collection<String> topics) throws SQLTransientException {
        Map<String, Topic> known = new HashMap<>();
        if (settings.isEmpty()) {
            return known;
        }
        try {
            Map<String, KafkaFuture<TopicDescription>> answers = admin().describeTopics(
                            topics, new DescribeTopicsOptions().timeoutMs(LONGEST_REQUEST_MS))
                    .topicNameValues();
            for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
                read(answer.getValue()).ifPresent(topic -> known.put(answer.getKey(), topic));
            }
            return known;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(e);
        } catch (ExecutionException e) {
            throw unreadable(e.getCause());
        } catch (RuntimeException | TimeoutException e) {
            throw unreadable(e);
        }
    }

    private static Optional<Topic> read(KafkaFuture<TopicDescription> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            TopicDescription topic = answer.get(2L * LONGEST_REQUEST_MS, TimeUnit.MILLISECONDS);
            return Optional.of(
                    new Topic(topic.topicId().toString(), topic.partitions().size()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static SQLTransientException unreadable(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new SQLTransientException(
                "the id of the topic cannot be read with the settings offsets.admin.*: " + cause, "70000", problem);
    }

    private synchronized Admin admin() {
        if (isClosed) {
            throw new IllegalStateException("the task has ended");
        }
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
