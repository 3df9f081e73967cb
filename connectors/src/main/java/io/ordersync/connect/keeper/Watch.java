package io.ordersync.connect.keeper;

import java.io.IOException;
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
    private final ConnectorFolder folder;
    private final Clock clock;
    private final Map<String, KeptConnector> connectors = new LinkedHashMap<>();
    private final StateLog state = new StateLog("Connect worker");

    Watch(ConnectApi connect, ConnectorFolder folder, Clock clock) {
        this.connect = connect;
        this.folder = folder;
        this.clock = clock;
    }

    void run() throws InterruptedException {
        log.info("Keeping the connectors of {} running at {}", folder, connect);
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
        for (ConnectorFile file : folder.files()) {
            connectors
                    .computeIfAbsent(file.id(), id -> new KeptConnector(id, connect, clock))
                    .keep(file);
        }
    }
}
