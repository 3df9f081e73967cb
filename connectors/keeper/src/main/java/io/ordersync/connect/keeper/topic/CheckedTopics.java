package io.ordersync.connect.keeper.topic;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.outage.OutageLog;
import io.ordersync.topics.RequiredTopic;
import io.ordersync.topics.TopicUpkeep;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the topics of all connectors every two seconds, with one request to the brokers. */
final class CheckedTopics implements ConnectorTopics {

    private static final Logger log = LoggerFactory.getLogger(CheckedTopics.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration INTERVAL_IN_AN_OUTAGE = Duration.ofSeconds(10);

    private final TopicUpkeep upkeep;
    private final OutageLog brokers;
    private final Clock clock;
    private Map<String, String> lacking = Map.of();
    private Instant next = Instant.MIN;

    CheckedTopics(String bootstrapServers, Clock clock) {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 5000, "default.api.timeout.ms", 5000);
        this.upkeep = new TopicUpkeep(() -> Admin.create(client), replaced -> {}, log, clock);
        this.brokers = new OutageLog(log, clock);
        this.clock = clock;
    }

    @Override
    public void create(ConnectorDefinition connector) throws IOException, InterruptedException {
        List<RequiredTopic> topics = RequiredTopics.of(connector, false);
        if (topics.isEmpty()) {
            return;
        }
        try {
            Map<String, String> missing = upkeep.check(topics);
            if (!missing.isEmpty()) {
                throw new IOException("its topics cannot be created: " + missing);
            }
        } catch (KafkaException e) {
            throw new IOException("its topics cannot be created: " + e.getMessage(), e);
        }
    }

    @Override
    public Map<String, String> check(Collection<ConnectorDefinition> connectors, Set<String> running)
            throws InterruptedException {
        if (!clock.instant().isBefore(next)) {
            try {
                lacking = find(connectors, running);
                brokers.ended("The topics of the connectors are checked again");
            } catch (KafkaException e) {
                brokers.failed("The topics of the connectors cannot be checked: " + e.getMessage());
            }
            next = clock.instant().plus(brokers.isOngoing() ? INTERVAL_IN_AN_OUTAGE : INTERVAL);
        }
        return lacking;
    }

    private Map<String, String> find(Collection<ConnectorDefinition> connectors, Set<String> running)
            throws InterruptedException {
        Map<String, RequiredTopic> topics = new LinkedHashMap<>();
        Map<String, List<String>> topicsOf = new TreeMap<>();
        for (ConnectorDefinition connector : connectors) {
            List<RequiredTopic> required = RequiredTopics.of(connector, running.contains(connector.name()));
            required.forEach(topic -> topics.put(topic.name(), topic));
            topicsOf.put(
                    connector.name(), required.stream().map(RequiredTopic::name).toList());
        }
        Map<String, String> missing = topics.isEmpty() ? Map.of() : upkeep.check(topics.values());
        Map<String, String> found = new TreeMap<>();
        topicsOf.forEach((connector, names) -> {
            String problems = names.stream()
                    .filter(missing::containsKey)
                    .map(name -> "The topic %s is missing: %s".formatted(name, missing.get(name)))
                    .collect(Collectors.joining("; "));
            if (!problems.isEmpty()) {
                found.put(connector, problems);
            }
        });
        return found;
    }
}
