package io.ordersync.connect.keeper;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** One connector: registered as its file says, and restarted when it or a task of it has failed. */
final class KeptConnector {

    private final ConnectApi connect;
    private final Brokers brokers;
    private final StateLog state;
    private final Backoff registration;
    private final Backoff restart;

    KeptConnector(String file, ConnectApi connect, Brokers brokers, Clock clock) {
        this.connect = connect;
        this.brokers = brokers;
        this.state = new StateLog(file);
        this.registration = new Backoff(Duration.ofSeconds(4), clock);
        this.restart = new Backoff(Duration.ofMinutes(1), clock);
    }

    void keep(ConnectorFile file) throws InterruptedException {
        if (!registration.isDue()) {
            return;
        }
        try {
            ConnectorDefinition wanted = file.read();
            register(wanted);
            watch(wanted.name());
            registration.reset();
        } catch (ConfigRefused e) {
            registration.attempted();
            state.warn("the worker refuses the configuration, to be tried again: " + e.getMessage());
        } catch (IOException e) {
            registration.attempted();
            state.warn("to be tried again: " + e.getMessage());
        }
    }

    private void register(ConnectorDefinition wanted) throws IOException, InterruptedException {
        Optional<ConnectorDefinition> present = connect.connector(wanted.name());
        if (present.filter(wanted::equals).isEmpty()) {
            brokers.make(NamedTopics.of(wanted));
            connect.put(wanted);
            state.info(present.isPresent() ? "configuration changed" : "registered");
        }
    }

    private void watch(String name) throws IOException, InterruptedException {
        Optional<ConnectorHealth> health = connect.health(name);
        if (health.isEmpty()) {
            return;
        }
        if (!health.get().isFailed()) {
            restart.healthy();
            state.info(health.get().summary());
        } else if (restart.isDue()) {
            state.warn(String.join("; ", health.get().failures()) + "; restarting it");
            connect.restartFailed(name);
            restart.attempted();
        }
    }
}
