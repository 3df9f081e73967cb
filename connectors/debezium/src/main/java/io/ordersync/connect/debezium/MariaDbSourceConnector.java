package io.ordersync.connect.debezium;

import io.debezium.config.Configuration;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.mariadb.MariaDbConnector;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Debezium's connector for MariaDB with the same options. Its tasks monitor their connection themselves, so
 * {@code connect.keep.alive} and its interval have no effect. It can be registered and changed while the database is away.
 */
public final class MariaDbSourceConnector extends MariaDbConnector {

    private static final Logger log = LoggerFactory.getLogger(MariaDbSourceConnector.class);
    private static final String HOSTNAME = "database.hostname";

    /** A client waits for the answer. */
    private static final int LONGEST_CHECK_SECONDS = 10;

    @Override
    public Class<? extends Task> taskClass() {
        return MariaDbSourceTask.class;
    }

    /** Warns about a database that is away; Debezium would refuse the configuration. */
    @Override
    protected void validateConnection(Map<String, ConfigValue> options, Configuration config) {
        Optional<String> outage = findOutage(config);
        if (outage.isEmpty()) {
            super.validateConnection(options, config);
            return;
        }
        String warning = "The database could not be asked whether the login fits: %s. The task waits for the database."
                .formatted(outage.get());
        log.warn("{}: {}", config.getString("name"), warning);
        options.get(HOSTNAME).recommendedValues(List.of(warning));
    }

    private Optional<String> findOutage(Configuration config) {
        FutureTask<Optional<String>> attempt = new FutureTask<>(() -> connect(config));
        Thread thread = new Thread(attempt, "source-check");
        thread.setDaemon(true);
        thread.start();
        try {
            return attempt.get(LONGEST_CHECK_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Optional.of("it has not answered within %d s".formatted(LONGEST_CHECK_SECONDS));
        } catch (ExecutionException e) {
            return Optional.empty(); // Debezium's own check reports it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> connect(Configuration config) {
        try (BinlogConnectorConnection connection = createConnection(config, createConnectorConfig(config))) {
            connection.connect();
            return Optional.empty();
        } catch (SQLException e) {
            return DatabaseOutage.isCauseOf(e) ? Optional.of(e.getMessage()) : Optional.empty();
        }
    }
}
