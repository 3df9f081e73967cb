package io.ordersync.benchmarks.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The stack's database as the stages arrange it and look at it.
 *
 * @param passwords of its logins, by name
 */
public record Database(Supplier<String> jdbcUrl, UnaryOperator<String> passwords) {

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 50;

    /** As a login of the system, and with the driver settings that a batch needs to be one statement. */
    public Connection connect(String login) throws SQLException {
        String url = jdbcUrl.get() + "?rewriteBatchedStatements=true&useBulkStmts=false&useBulkStmtsForInserts=false";
        return DriverManager.getConnection(url, login, passwords.apply(login));
    }

    public Connection connectAsRoot() throws SQLException {
        return connect("root");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connectAsRoot();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * An empty table with empty indexes. A server whose background threads are still busy with the table, such as those
     * that purge, waits for them for 0.7 s and then refuses; it is asked again.
     */
    public void empty(String table) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean isEmpty = false;
        while (!isEmpty) {
            isEmpty = truncate(table, deadline);
        }
    }

    /** Returns false if it is to be tried again. */
    private boolean truncate(String table, long deadline) throws SQLException {
        try {
            execute("TRUNCATE TABLE " + table);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != LOCK_WAIT_TIMEOUT || System.nanoTime() > deadline) {
                throw e;
            }
            return false;
        }
    }

    /** Writes what is only in memory and in the redo log to the files, so that nothing that follows has to do that. */
    public void writeOut(String... tables) throws SQLException {
        execute("FLUSH TABLES %s FOR EXPORT".formatted(String.join(", ", tables)));
    }

    /**
     * Waits for rows that other connections write, up to the last transaction of theirs: fast is no merit where some are
     * missing.
     *
     * @param rows what follows {@code FROM}
     * @throws IllegalStateException if there are other than so many in the end
     */
    public void await(String rows, long expected) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long there = count(rows);
        while (there != expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d instead of %d rows: %s".formatted(there, expected, rows));
            }
            Thread.sleep(PAUSE_MILLIS);
            there = count(rows);
        }
    }

    public long count(String rows) throws SQLException {
        return Long.parseLong(ask("SELECT COUNT(*) FROM " + rows));
    }

    /** The first column of the first row. */
    public String ask(String query) throws SQLException {
        try (Connection connection = connectAsRoot();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
