package io.ordersync.benchmarks.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The database of the system, as the stages prepare and query it.
 *
 * @param jdbcUrl the address, which ends with settings
 * @param passwords the password of a login, by the login's name
 */
public record BenchmarkDatabase(Supplier<String> jdbcUrl, UnaryOperator<String> passwords) {

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 50;

    /** Connects as a login of the system, with the driver settings that make a batch one statement. */
    public Connection connect(String login) throws SQLException {
        String url = jdbcUrl.get() + "&rewriteBatchedStatements=true&useBulkStmts=false&useBulkStmtsForInserts=false";
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
     * Empties a table and its indexes. While background threads of the server, such as the purge threads, use the table,
     * the server refuses after 0.7 s. The statement is then repeated.
     */
    public void truncate(String table) throws SQLException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        boolean isEmpty = false;
        while (!isEmpty) {
            isEmpty = tryTruncate(table, deadline);
        }
    }

    /** Returns false if the statement must be repeated. */
    private boolean tryTruncate(String table, long deadline) throws SQLException {
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

    /** Writes the tables from memory to their files, so that the server does not do so during a measurement. */
    public void flush(String... tables) throws SQLException {
        execute("FLUSH TABLES %s FOR EXPORT".formatted(String.join(", ", tables)));
    }

    /**
     * Waits until other connections have written and committed the expected number of rows. A rate counts only if no row
     * is missing.
     *
     * @param rows the part of a query after {@code FROM}
     * @throws IllegalStateException if the number is another one after three minutes
     */
    public void awaitCount(String rows, long expected) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        long found = count(rows);
        while (found != expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("found %d rows instead of %d: %s".formatted(found, expected, rows));
            }
            Thread.sleep(POLL_MILLIS);
            found = count(rows);
        }
    }

    public long count(String rows) throws SQLException {
        return Long.parseLong(query("SELECT COUNT(*) FROM " + rows));
    }

    /** Returns the first column of the first row. */
    public String query(String query) throws SQLException {
        try (Connection connection = connectAsRoot();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
