package io.ordersync.catalog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.catalog.CatalogServiceTest;
import io.ordersync.stack.LocalStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Instances that start at the same time with a database that holds no table of theirs yet. */
@CatalogServiceTest
class ConcurrentMigrationIT {

    private static final int INSTANCES = 4;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private LocalStack stack;

    @Autowired
    private Flyway flyway;

    @Autowired
    private FlywayMigrationStrategy migration;

    private final String database = "migrated_" + UUID.randomUUID().toString().replace("-", "");
    private final ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        sql("CREATE DATABASE " + database, "CREATE TABLE %s.of_another_service (id int)".formatted(database));
    }

    @Test
    void migratesTheTablesOnce() {
        List<CompletableFuture<Void>> instances =
                Stream.generate(this::migrate).limit(INSTANCES).toList();

        assertThat(instances).allSatisfy(instance -> assertThat(instance).succeedsWithin(SOON));
        assertThatTheTablesAreMigrated();
    }

    @Test
    void waitsWhileAnotherInstanceMigrates() throws SQLException {
        CompletableFuture<Void> instance;
        try (Connection another = stack.mariaDb().connectAsRoot()) {
            another.createStatement().execute("SELECT GET_LOCK('catalog_schema_history', 0)");
            instance = migrate();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(count("information_schema.processlist WHERE state = 'User lock'"))
                            .isOne());
            assertThat(count("information_schema.tables WHERE table_schema = '%s'".formatted(database)))
                    .as("tables: only that of the other service")
                    .isOne();
        }
        assertThat(instance).succeedsWithin(SOON);
        assertThatTheTablesAreMigrated();
    }

    @Test
    void continuesAfterAnInstanceWasKilledBeforeItsFirstMigration() throws SQLException {
        instance().baseline();
        sql("DELETE FROM %s.catalog_schema_history".formatted(database));

        assertThat(migrate()).succeedsWithin(SOON);
        assertThatTheTablesAreMigrated();
    }

    private CompletableFuture<Void> migrate() {
        return CompletableFuture.runAsync(() -> migration.migrate(instance()), threads);
    }

    private void assertThatTheTablesAreMigrated() {
        MigrationInfoService info = instance().info();
        assertThat(info.pending()).isEmpty();
        assertThat(info.applied())
                .extracting(MigrationInfo::getVersion)
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private int count(String rows) throws SQLException {
        try (Connection root = stack.mariaDb().connectAsRoot();
                ResultSet result = root.createStatement().executeQuery("SELECT count(*) FROM " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }

    /** The Flyway of one instance, on another database of the same server. */
    private Flyway instance() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(
                        stack.mariaDb().jdbcUrl(database),
                        "root",
                        stack.mariaDb().password("root"))
                .load();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection root = stack.mariaDb().connectAsRoot()) {
            for (String sql : statements) {
                root.createStatement().execute(sql);
            }
        }
    }
}
