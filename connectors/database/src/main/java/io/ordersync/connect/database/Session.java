package io.ordersync.connect.database;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mariadb.jdbc.Driver;

/** A connection with its prepared statements: strict SQL mode, time zone UTC, short waits for locks. */
public final class Session {

    private static final String SETTINGS = "SET SESSION"
            + " sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO',"
            + " innodb_lock_wait_timeout = 5, lock_wait_timeout = 10, idle_transaction_timeout = 10, @order_sync_stale = 0";
    private static final int RESERVE = 1024;
    private static final int STATEMENTS = 100;
    private static final long PROBE_AFTER_IDLE = TimeUnit.SECONDS.toNanos(30);
    private static final int PROBE_SECONDS = 5;

    private static final InputStream NO_FILE = new ByteArrayInputStream(new byte[0]);

    static {
        DriverLogging.turnOff();
    }

    private final Connection connection;
    private final long largestStatement;
    private final ServerSession serverSession;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
    private long lastUse = System.nanoTime();
    private volatile boolean abandoned;

    private Session(Connection connection, long largestStatement, ServerSession serverSession) {
        this.connection = connection;
        this.largestStatement = largestStatement;
        this.serverSession = serverSession;
    }

    public static Session open(DatabaseConfig config) throws SQLException {
        // DriverManager would search for the driver in the wrong class loader.
        Connection connection = new Driver().connect(config.url().jdbc(), config.driverProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            SessionTimeZone.set(statement, config.timeZone());
            connection.setAutoCommit(false);
            return new Session(connection, largestStatement(statement), ServerSession.of(connection));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static long largestStatement(Statement statement) throws SQLException {
        try (ResultSet limit = statement.executeQuery("SELECT @@max_allowed_packet")) {
            limit.next();
            return limit.getLong(1);
        }
    }

    /** Returns how many bytes the values of a statement may take; the server closes the connection if they take more. */
    public long largestRow(String sql) {
        return largestStatement - sql.length() - RESERVE;
    }

    public ServerSession serverSession() {
        return serverSession;
    }

    /**
     * Ends an earlier session of this login. The server may otherwise keep executing a statement whose client has gone, and
     * keep its locks.
     */
    public void kill(ServerSession earlier) throws SQLException {
        earlier.killOver(connection);
    }

    /** Whether the connection is open. Asks the server only after 30 seconds without use. */
    public boolean isUsable() throws SQLException {
        boolean idle = System.nanoTime() - lastUse > PROBE_AFTER_IDLE;
        lastUse = System.nanoTime();
        return !connection.isClosed() && (!idle || connection.isValid(PROBE_SECONDS));
    }

    public PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            if (statements.size() >= STATEMENTS) {
                statements.remove(statements.keySet().iterator().next()).close();
            }
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        offer(NO_FILE, statement);
        return statement;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            offer(NO_FILE, statement);
            statement.execute(sql);
        }
    }

    /** Sets what the server gets if it answers the statement with the request for a file of this machine. */
    private static void offer(InputStream content, Statement statement) throws SQLException {
        ((org.mariadb.jdbc.Statement) statement).setLocalInfileInputStream(content);
    }

    /**
     * Loads rows from memory.
     *
     * @param sql a {@code LOAD DATA LOCAL INFILE}
     * @return the number of rows loaded, or -1 if the server has warned that it changed a value or left out a row
     */
    public long load(String sql, InputStream rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            offer(rows, statement);
            long loaded = statement.executeLargeUpdate(sql);
            return statement.getWarnings() == null ? loaded : -1;
        }
    }

    /**
     * Checks that the server answers at all.
     *
     * @throws SQLException if it does not
     */
    public void probe() throws SQLException {
        execute("SELECT 1");
    }

    public Savepoint savepoint() throws SQLException {
        return connection.setSavepoint();
    }

    public void rollbackTo(Savepoint savepoint) throws SQLException {
        connection.rollback(savepoint);
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    public void commit() throws SQLException {
        if (abandoned) {
            throw new SQLNonTransientConnectionException("abandoned before the commit", "08003");
        }
        connection.commit();
    }

    /** Closes the connection; the server rolls back an open transaction. */
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The connection is closed already.
            statements.clear();
        }
    }

    /**
     * Closes the connection while another thread uses it, and so ends its current statement. Does not wait for the server,
     * which may not answer.
     */
    public void abandon() {
        abandoned = true;
        Thread closer = new Thread(this::abort, "connect-database-closer");
        closer.setDaemon(true);
        closer.start();
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            close();
        }
    }
}
