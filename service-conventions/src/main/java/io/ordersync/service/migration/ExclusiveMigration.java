package io.ordersync.service.migration;

import io.ordersync.outage.OutageLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import lombok.extern.slf4j.Slf4j;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Migrates while it holds a lock of the database, because Flyway holds none while it creates its history table: of two
 * instances that start with an empty database, one would fail with "already exists, and is empty". The database releases the
 * lock when the connection ends, also if the instance was killed.
 */
@Slf4j
final class ExclusiveMigration implements FlywayMigrationStrategy {

    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(2);

    /** The database may be starting at the same time. */
    private static final RetryTemplate UNTIL_CONNECTED = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(120)
            .delay(Duration.ofMillis(250))
            .includes(SQLException.class)
            .build());

    @Override
    public void migrate(Flyway flyway) {
        String lock = flyway.getConfiguration().getTable();
        try (Connection connection = connect(flyway.getConfiguration().getDataSource())) {
            acquire(lock, connection);
            flyway.migrate();
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be migrated", e);
        }
    }

    private static Connection connect(DataSource database) throws SQLException {
        OutageLog outage = new OutageLog(log, Clock.systemUTC());
        try {
            Connection connection = UNTIL_CONNECTED.execute(() -> connect(database, outage));
            outage.ended("The database answers");
            return connection;
        } catch (RetryException e) {
            throw e.getCause() instanceof SQLException reason ? reason : new SQLException(e.getCause());
        }
    }

    private static Connection connect(DataSource database, OutageLog outage) throws SQLException {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            outage.failed("Waiting for the database: " + e.getMessage());
            throw e;
        }
    }

    private static void acquire(String lock, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
            statement.setString(1, lock);
            statement.setLong(2, LOCK_TIMEOUT.toSeconds());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || result.getInt(1) != 1) {
                    throw new SQLException(
                            "Another instance has held the lock %s for %d s".formatted(lock, LOCK_TIMEOUT.toSeconds()));
                }
            }
        }
    }
}
