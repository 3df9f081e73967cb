package io.ordersync.connect.sink.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Driver;

/** One connection with its prepared statements: strict, in UTC, and never waiting long for a lock. */
public final class Session {

    private static final String SETTINGS = "SET SESSION time_zone = '+00:00',"
            + " sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO',"
            + " innodb_lock_wait_timeout = 5, lock_wait_timeout = 10, idle_transaction_timeout = 10, @order_sync_stale = 0";
    private static final int RESERVE = 1024;
    private static final int STATEMENTS = 100;
    private static final long PROBE_AFTER_IDLE = TimeUnit.SECONDS.toNanos(30);
    private static final int PROBE_SECONDS = 5;

    static {
        DriverLogging.quieten();
    }

    private final Connection connection;
    private final long largestStatement;
    private final ServerSession onServer;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
    private long lastUse = System.nanoTime();
    private volatile boolean abandoned;

    private Session(Connection connection, long largestStatement, ServerSession onServer) {
        this.connection = connection;
        this.largestStatement = largestStatement;
        this.onServer = onServer;
    }

    public static Session open(DatabaseUrl url, @Nullable String user, @Nullable Password password)
            throws SQLException {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password.value());
        }
        // The driver itself, not DriverManager: that one looks for drivers in the wrong class loader.
        Connection connection = new Driver().connect(url.jdbc(), login);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
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

    /** The bytes that the values of a statement may take before the server closes the connection over it. */
    public long largestRow(String sql) {
        return largestStatement - sql.length() - RESERVE;
    }

    public ServerSession onServer() {
        return onServer;
    }

    /**
     * Ends an earlier session of this login. Whatever that was doing when its client stopped listening, the server may
     * go on with it, holding its locks, for as long as it likes.
     */
    public void end(ServerSession earlier) throws SQLException {
        earlier.endOver(connection);
    }

    /** Costs nothing while the connection is in use; asks the server when it has been idle. */
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
        return statement;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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

    /** Ends the connection; the server rolls an open transaction back. */
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone already, which is what was asked for.
            statements.clear();
        }
    }

    /**
     * Ends the connection while another thread uses it, and what the server is doing for it, without waiting for a
     * server that may not answer.
     */
    public void abandon() {
        abandoned = true;
        Thread closer = new Thread(this::abort, "jdbc-sink-closer");
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
