package io.ordersync.service.broker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.ordersync.outage.OutageLog;
import io.ordersync.topics.RequiredTopic;
import io.ordersync.topics.TopicUpkeep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Keeps the topics of a service in existence while it runs: checks them every two seconds and after a failure, makes those
 * that are missing, and names in the service's health those that are still missing.
 *
 * <p>The health is no part of the readiness. An instance without its topic still serves what it can, and all instances lack
 * the same topic.
 */
@Slf4j
public final class TopicMonitor implements HealthIndicator, DisposableBean {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(500);

    private final List<RequiredTopic> topics;
    private final TopicUpkeep upkeep;
    private final OutageLog outage = new OutageLog(log, Clock.systemUTC());
    private final AtomicBoolean isRequested = new AtomicBoolean();
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private volatile Map<String, String> missing = Map.of();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var worker = new Thread(task, "topic-monitor");
        worker.setDaemon(true);
        return worker;
    });

    /** @param events receives a {@link TopicReplaced} for each topic that was deleted and made again */
    public TopicMonitor(KafkaAdmin kafka, List<RequiredTopic> topics, ApplicationEventPublisher events) {
        this.topics = List.copyOf(topics);
        this.upkeep = new TopicUpkeep(
                () -> Admin.create(kafka.getConfigurationProperties()),
                topic -> events.publishEvent(new TopicReplaced(topic)),
                log,
                Clock.systemUTC());
    }

    /**
     * Makes the missing topics, and checks them from then on.
     *
     * @throws KafkaException if the brokers do not answer, or refuse to make a topic
     */
    public void start() throws InterruptedException {
        check();
        for (RequiredTopic topic : topics) {
            if (topic.creation() != null && missing.containsKey(topic.name())) {
                throw new KafkaException("The topic " + topic.name() + " is missing: " + missing.get(topic.name()));
            }
        }
        if (isScheduled.compareAndSet(false, true)) {
            thread.scheduleWithFixedDelay(this::attempt, INTERVAL.toMillis(), INTERVAL.toMillis(), MILLISECONDS);
        }
    }

    /** Checks the topics soon. Call it after a failure that a missing topic may have caused; any thread may do so often. */
    public void checkSoon() {
        if (isScheduled.get() && !thread.isShutdown() && isRequested.compareAndSet(false, true)) {
            thread.schedule(this::attempt, SHORTEST_INTERVAL.toMillis(), MILLISECONDS);
        }
    }

    private void attempt() {
        isRequested.set(false);
        try {
            check();
            outage.ended("The topics are checked again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            outage.failed("The topics cannot be checked: " + e.getMessage());
        }
    }

    private void check() throws InterruptedException {
        missing = upkeep.check(topics);
    }

    @Override
    public Health health() {
        Map<String, String> now = missing;
        return now.isEmpty()
                ? Health.up().build()
                : Health.down().withDetails(now).build();
    }

    /** Ends the checks. */
    @Override
    public void destroy() {
        thread.shutdownNow();
        upkeep.close();
    }
}
