package io.ordersync.system.chaos;

import static org.awaitility.Awaitility.await;

import io.ordersync.stack.server.MariaDb;
import io.ordersync.system.fixture.OrderSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;

/**
 * Copies the table {@code orders} with the sink's position, and restores both, as an operator does from a dump. The sink has
 * to read again from there by itself. Stock and ledger stay: they are decided from the log, so a dump of an earlier time
 * would forget decisions that the log no longer asks for.
 */
final class TableRestore {

    private static final String[] TABLES = {"orders", "orders_sink_offset"};

    private final MariaDb mariaDb;

    TableRestore(MariaDb mariaDb) {
        this.mariaDb = mariaDb;
    }

    /** Copies both tables as they are at one moment. */
    void dump() {
        execute(statement -> {
            for (String table : TABLES) {
                statement.execute("DROP TABLE IF EXISTS dump_of_" + table);
                statement.execute("CREATE TABLE dump_of_%1$s LIKE %1$s".formatted(table));
            }
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            for (String table : TABLES) {
                statement.execute("INSERT INTO dump_of_%1$s SELECT * FROM %1$s".formatted(table));
            }
            statement.execute("COMMIT");
        });
    }

    void restore() {
        execute(statement -> {
            statement.execute("START TRANSACTION");
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
                statement.execute("INSERT INTO %1$s SELECT * FROM dump_of_%1$s".formatted(table));
            }
            statement.execute("COMMIT");
        });
    }

    /** Repeats what the server ended in favour of the sink, which writes the same rows. */
    private void execute(Statements statements) {
        await().atMost(OrderSystem.SOON).until(() -> isExecuted(statements));
    }

    /** Connects past the proxy. */
    private boolean isExecuted(Statements statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        mariaDb.directJdbcUrl(), MariaDb.ROOT, mariaDb.password(MariaDb.ROOT));
                Statement statement = connection.createStatement()) {
            statements.execute(statement);
            return true;
        } catch (SQLTransactionRollbackException deadlock) {
            return false;
        }
    }

    private interface Statements {
        void execute(Statement statement) throws SQLException;
    }
}
