package io.ordersync.connect.keeper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round the connectors again and again; one that cannot be registered does not hold up the others. */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final ConnectApi connect;
    private final Brokers brokers;
    private final ConnectorPaths paths;
    private final Clock clock;
    private final Map<Path, KeptConnector> connectors = new LinkedHashMap<>();
    private final StateLog state = new StateLog("Connect worker");

    Watch(ConnectApi connect, Brokers brokers, ConnectorPaths paths, Clock clock) {
        this.connect = connect;
        this.brokers = brokers;
        this.paths = paths;
        this.clock = clock;
    }

    void run() throws InterruptedException {
        log.info("Keeping the connectors of {} running at {}", paths, connect);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
                Thread.sleep(ROUND.toMillis());
            }
        } catch (InterruptedException e) {
            log.info("Stopped; the connectors go on running");
        }
    }

    void round() throws InterruptedException {
        try {
            connect.ping();
            state.info("answers");
        } catch (IOException e) {
            state.warn("does not answer yet: " + e.getMessage());
            return;
        }
        for (ConnectorFile file : paths.files()) {
            connectors
                    .computeIfAbsent(file.path(), path -> new KeptConnector(file.id(), connect, brokers, clock))
                    .keep(file);
        }
    }
}
