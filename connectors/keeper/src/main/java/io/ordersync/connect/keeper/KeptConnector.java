package io.ordersync.connect.keeper;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.InstanceStatus;
import io.ordersync.outage.OutageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connector: registered as its file defines it, and restarted when it or one of its tasks has failed. */
final class KeptConnector {

    private static final Logger log = LoggerFactory.getLogger(KeptConnector.class);

    private final Path file;
    private final ConnectClient connect;
    private final SourceTopicCreator topics;
    private final OutageLog outage;
    private final Backoff registration;
    private final Backoff restart;
    private String lastStates = "";

    KeptConnector(Path file, ConnectClient connect, SourceTopicCreator topics, Clock clock) {
        this.file = file;
        this.connect = connect;
        this.topics = topics;
        this.outage = new OutageLog(log, clock);
        this.registration = new Backoff(Duration.ofSeconds(4), clock);
        this.restart = new Backoff(Duration.ofMinutes(1), clock);
    }

    /** Registers the connector unless the worker has it, and restarts it if it has failed. Logs why if either fails. */
    void keep() throws InterruptedException {
        if (!registration.isDue()) {
            return;
        }
        try {
            ConnectorDefinition wanted = ConnectorDefinition.read(file);
            register(wanted);
            restartFailed(wanted.name());
            registration.reset();
        } catch (IOException e) {
            registration.recordAttempt();
            reportFailure(e.getMessage() + "; retrying");
        }
    }

    private void register(ConnectorDefinition wanted) throws IOException, InterruptedException {
        Optional<ConnectorDefinition> present = connect.definition(wanted.name());
        if (present.filter(wanted::equals).isEmpty()) {
            topics.create(SourceTopics.of(wanted));
            connect.put(wanted.name(), wanted.config());
            log.info("{}: {}", file.getFileName(), present.isPresent() ? "configuration changed" : "registered");
        }
    }

    private void restartFailed(String name) throws IOException, InterruptedException {
        Optional<ConnectorStatus> status = connect.status(name);
        if (status.isEmpty()) {
            return;
        }
        List<InstanceStatus> failed = status.get().failed();
        if (failed.isEmpty()) {
            restart.recordHealth();
            reportHealth(status.get().summary());
        } else if (restart.isDue()) {
            reportFailure(describe(failed) + "; restarting");
            connect.restartFailed(name);
            restart.recordAttempt();
        }
    }

    private void reportFailure(String trouble) {
        outage.failed(file.getFileName() + ": " + trouble);
        lastStates = "";
    }

    private void reportHealth(String states) {
        if (outage.isOngoing()) {
            outage.ended(file.getFileName() + ": " + states);
        } else if (!states.equals(lastStates)) {
            log.info("{}: {}", file.getFileName(), states);
        }
        lastStates = states;
    }

    private static String describe(List<InstanceStatus> failed) {
        return failed.stream()
                .map(instance -> instance + ": " + causes(instance.failureCauses()))
                .collect(Collectors.joining("; "));
    }

    private static String causes(List<String> causes) {
        return causes.isEmpty() ? "unknown cause" : String.join("; because ", causes);
    }
}
