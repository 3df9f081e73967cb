package io.ordersync.connect.keeper;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.outage.OutageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks all connectors once a second. A connector that cannot be registered does not delay the others. */
final class KeeperLoop {

    private static final Logger log = LoggerFactory.getLogger(KeeperLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ConnectClient connect;
    private final SourceTopicCreator topics;
    private final ConnectorPaths paths;
    private final Clock clock;
    private final Map<Path, KeptConnector> connectors = new LinkedHashMap<>();
    private final OutageLog workerOutage;

    KeeperLoop(ConnectClient connect, SourceTopicCreator topics, ConnectorPaths paths, Clock clock) {
        this.connect = connect;
        this.topics = topics;
        this.paths = paths;
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
        try {
            connect.version();
            workerOutage.ended("The Connect worker answers");
        } catch (IOException e) {
            workerOutage.failed("Waiting for the worker: " + e.getMessage());
            return;
        }
        for (Path file : paths.files()) {
            connectors
                    .computeIfAbsent(file, path -> new KeptConnector(path, connect, topics, clock))
                    .keep();
        }
    }
}
