package io.ordersync.connect.keeper;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.connect.keeper.stall.StalledConnectors;
import io.ordersync.connect.keeper.topic.ConnectorTopics;
import io.ordersync.outage.OutageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks all connectors once a second. A connector that cannot be registered does not delay the others. */
final class KeeperLoop {

    private static final Logger log = LoggerFactory.getLogger(KeeperLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ConnectClient connect;
    private final ConnectorTopics topics;
    private final StalledConnectors stalls;
    private final ConnectorPaths paths;
    private final HealthFile health;
    private final Clock clock;
    private final Map<Path, KeptConnector> connectors = new LinkedHashMap<>();
    private final OutageLog workerOutage;

    /**
     * @param topics makes the topics of the connectors
     * @param stalls finds the connectors that do not move
     * @param health takes the report of each round
     */
    KeeperLoop(
            ConnectClient connect,
            ConnectorTopics topics,
            StalledConnectors stalls,
            ConnectorPaths paths,
            HealthFile health,
            Clock clock) {
        this.connect = connect;
        this.topics = topics;
        this.stalls = stalls;
        this.paths = paths;
        this.health = health;
        this.clock = clock;
        this.workerOutage = new OutageLog(log, clock);
    }

    void run() throws InterruptedException {
        log.info("Keeping the connectors of {} running at {}", paths, connect);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                runOnce();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            log.info("The keeper stops. The connectors continue to run.");
        }
    }

    void runOnce() throws InterruptedException {
        List<KeptConnector> kept = paths.files().stream().map(this::kept).toList();
        try {
            Map<String, RegisteredConnector> registered = connect.registered();
            workerOutage.ended("The Connect worker answers");
            for (KeptConnector each : kept) {
                each.keep(registered);
            }
            health.write(kept, stalls.find(registered.values()), findMissingTopics(kept));
        } catch (IOException e) {
            workerOutage.failed("Waiting for the worker: " + e.getMessage());
            kept.forEach(each -> each.recordProblem(e.getMessage()));
            health.write(kept, Map.of(), findMissingTopics(kept));
        }
    }

    private Map<String, String> findMissingTopics(List<KeptConnector> kept) throws InterruptedException {
        return topics.check(
                kept.stream().flatMap(each -> each.definition().stream()).toList(),
                kept.stream()
                        .filter(each -> each.problem() == null)
                        .map(KeptConnector::name)
                        .collect(Collectors.toSet()));
    }

    private KeptConnector kept(Path file) {
        return connectors.computeIfAbsent(file, path -> new KeptConnector(path, connect, topics, clock));
    }
}
