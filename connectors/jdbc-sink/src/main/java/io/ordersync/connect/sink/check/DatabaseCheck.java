package io.ordersync.connect.sink.check;

import io.ordersync.connect.database.Refusal;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.sink.config.InsertMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.TableReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Checks that the sink can connect, can log in and has the rights that its configuration needs. */
public final class DatabaseCheck {

    /** A client waits for the answer. A database that answers more slowly counts as one that does not answer. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(10);

    private final SinkConfig config;
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private volatile @Nullable Session session;

    public DatabaseCheck(SinkConfig config) {
        this.config = config;
    }

    /** Returns errors and warnings; an outage of the database is a warning. */
    public List<Finding> find(List<String> topics) {
        FutureTask<Void> check = new FutureTask<>(() -> check(topics), null);
        Thread thread = new Thread(check, "jdbc-sink-check");
        thread.setDaemon(true);
        thread.start();
        try {
            check.get(LONGEST_CHECK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandon();
            findings.add(unchecked("it has not answered within %d s".formatted(LONGEST_CHECK.toSeconds())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return List.copyOf(findings);
    }

    private void check(List<String> topics) {
        try {
            Session open = Session.open(config.database());
            session = open;
            new PositionCheck(config).find(open).ifPresent(findings::add);
            for (String topic : topics) {
                TableName table = config.tables().names().tableOf(topic);
                checkRights(open, table);
                findings.addAll(new RiskCheck(config).find(open, table, TableReader.read(open, table)));
            }
        } catch (SQLException e) {
            findings.add(Refusal.isDefinite(e) ? refused(e) : unchecked(e.getMessage()));
        } catch (IllegalArgumentException e) { // the driver cannot use a setting of the URL
            findings.add(Finding.error(ConnectionOptions.URL, doesNotWork(e)));
        } finally {
            close();
        }
    }

    private Finding refused(SQLException e) {
        return Finding.error(Refusal.isOfLogin(e) ? ConnectionOptions.USER : ConnectionOptions.URL, doesNotWork(e));
    }

    private String doesNotWork(Exception e) {
        return "does not work at " + config.database().url() + ": " + e.getMessage();
    }

    private Finding unchecked(String cause) {
        return Finding.warning(
                ConnectionOptions.URL,
                "The database at %s could not be asked whether tables and rights fit: %s. The tasks wait for the database."
                        .formatted(config.database().url(), cause));
    }

    private void close() {
        Session open = session;
        if (open != null) {
            open.close();
        }
    }

    private void abandon() {
        Session open = session;
        if (open != null) {
            open.abandon();
        }
    }

    private void checkRights(Session session, TableName table) throws SQLException {
        List<Column> columns = TableReader.columns(session, table);
        if (columns.isEmpty() && !config.tables().autoCreate()) {
            return;
        }
        String column =
                TableName.quote(columns.isEmpty() ? "any" : columns.get(0).name());
        for (String statement : statements(table.quoted(), column, columns.isEmpty())) {
            execute(session, statement);
        }
    }

    /**
     * Returns statements that need the rights but change nothing. EXPLAIN needs the same rights as the statement it explains.
     * The server finds a duplicate column only after it has checked the rights.
     */
    private List<String> statements(String table, String column, boolean isMissing) {
        List<String> statements = new ArrayList<>();
        if (isMissing) {
            statements.add("CREATE TABLE " + table + " (twice INT, twice INT)");
        }
        if (config.tables().autoEvolve()) {
            statements.add("ALTER TABLE " + table + " ADD COLUMN (twice INT, twice INT)");
        }
        if (config.writes().insertMode() != InsertMode.UPDATE) {
            statements.add("EXPLAIN INSERT INTO " + table + " (" + column + ") VALUES (NULL)");
        }
        if (config.writes().insertMode() != InsertMode.INSERT) {
            statements.add("EXPLAIN UPDATE " + table + " SET " + column + "=" + column + " WHERE FALSE");
        }
        if (config.writes().deleteEnabled()) {
            statements.add("EXPLAIN DELETE FROM " + table + " WHERE " + column + " IS NULL AND FALSE");
        }
        return statements;
    }

    private static void execute(Session session, String statement) throws SQLException {
        try {
            session.execute(statement);
        } catch (SQLException e) {
            if (Refusal.isOfLogin(e) || !Refusal.isAnswer(e)) {
                throw e;
            }
            // Another error, such as a missing table: the login has the right.
        }
    }
}
