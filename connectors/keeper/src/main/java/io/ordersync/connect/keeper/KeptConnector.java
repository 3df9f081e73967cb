package io.ordersync.connect.keeper;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.InstanceStatus;
import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.connect.keeper.topic.ConnectorTopics;
import io.ordersync.outage.OutageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connector: registered as its file defines it, and restarted when it or one of its tasks has failed. */
final class KeptConnector {

    private static final Logger log = LoggerFactory.getLogger(KeptConnector.class);

    private final Path file;
    private final ConnectClient connect;
    private final ConnectorTopics topics;
    private final OutageLog outage;
    private final Backoff registration;
    private final Backoff restart;
    private String name;
    private @Nullable ConnectorDefinition definition;
    private @Nullable String problem = "was not checked yet";
    private String lastStates = "";

    KeptConnector(Path file, ConnectClient connect, ConnectorTopics topics, Clock clock) {
        this.file = file;
        this.name = file.getFileName().toString();
        this.connect = connect;
        this.topics = topics;
        this.outage = new OutageLog(log, clock);
        this.registration = new Backoff(Duration.ofSeconds(4), clock);
        this.restart = new Backoff(Duration.ofMinutes(1), clock);
    }

    /**
     * Registers the connector unless the worker has it, and restarts it if it has failed. Logs why if either fails.
     *
     * @param registered the connectors that the worker has, by name
     */
    void keep(Map<String, RegisteredConnector> registered) throws InterruptedException {
        if (!registration.isDue()) {
            return;
        }
        try {
            ConnectorDefinition wanted = ConnectorDefinition.read(file);
            name = wanted.name();
            definition = wanted;
            RegisteredConnector present = registered.get(name);
            if (present == null || !present.definition().equals(wanted)) {
                problem = "is not registered as in its file";
                register(wanted);
            } else {
                restartFailed(present.status());
            }
            registration.reset();
        } catch (IOException e) {
            registration.recordAttempt();
            problem = e.getMessage();
            reportFailure(e.getMessage() + "; retrying");
        }
    }

    /** The name of the connector, or of its file until the file can be read. */
    String name() {
        return name;
    }

    /** The definition that the file had when it was last read; empty until then. */
    Optional<ConnectorDefinition> definition() {
        return Optional.ofNullable(definition);
    }

    /** Why the connector does not run with all its tasks; null if it does. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Records why it is not known whether the connector runs. */
    void recordProblem(String reason) {
        problem = reason;
    }

    /** Asks for the connector itself: right after its start a worker may list no connectors. */
    private void register(ConnectorDefinition wanted) throws IOException, InterruptedException {
        Optional<ConnectorDefinition> present = connect.definition(wanted.name());
        if (present.filter(wanted::equals).isEmpty()) {
            topics.create(wanted);
            connect.put(wanted.name(), wanted.config());
            log.info("{}: {}", file.getFileName(), present.isPresent() ? "configuration changed" : "registered");
        }
    }

    private void restartFailed(ConnectorStatus status) throws IOException, InterruptedException {
        problem = status.isRunning() ? null : status.summary();
        List<InstanceStatus> failed = status.failed();
        if (failed.isEmpty()) {
            restart.recordHealth();
            reportHealth(status.summary());
        } else if (restart.isDue()) {
            reportFailure(describe(failed) + "; restarting");
            connect.restartFailed(status.name());
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
