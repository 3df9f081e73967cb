package io.ordersync.connect.source.check;

import io.ordersync.connect.database.Refusal;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.config.SourceOptions;
import io.ordersync.connect.source.rows.OrderColumns;
import io.ordersync.connect.source.rows.UnreadableTable;
import io.ordersync.connect.source.table.LayoutReader;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.table.TableDiscovery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Checks that the source can connect, can log in and can read its tables in the mode of its configuration. */
public final class DatabaseCheck {

    /** A client waits for the answer. A database that answers more slowly counts as one that does not answer. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(10);

    private static final int NO_SUCH_TABLE = 1146;

    private final SourceConfig config;
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private volatile @Nullable Session session;

    public DatabaseCheck(SourceConfig config) {
        this.config = config;
    }

    /** Returns errors and warnings; an outage of the database is a warning. */
    public List<Finding> find() {
        FutureTask<Void> check = new FutureTask<>(this::check, null);
        Thread thread = new Thread(check, "jdbc-source-check");
        thread.setDaemon(true);
        thread.start();
        try {
            check.get(LONGEST_CHECK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            findings.add(unchecked("it has not answered within %d s".formatted(LONGEST_CHECK.toSeconds())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            abandon();
        }
        return List.copyOf(findings);
    }

    private void check() {
        try {
            Session open = Session.open(config.database());
            session = open;
            List<Relation> relations = new TableDiscovery(config).find(open);
            if (relations.isEmpty()) {
                findings.add(Finding.warning(
                        SourceOptions.TABLE_WHITELIST,
                        "There is no table yet that the configuration describes. The tasks search for it."));
            }
            for (Relation relation : relations) {
                check(open, relation);
            }
        } catch (SQLException e) {
            findings.add(
                    Refusal.isDefinite(e)
                            ? Finding.error(
                                    Refusal.isOfLogin(e) ? ConnectionOptions.USER : ConnectionOptions.URL,
                                    doesNotWork(e))
                            : unchecked(e.getMessage()));
        } catch (IllegalArgumentException e) { // the driver cannot use a setting of the URL
            findings.add(Finding.error(ConnectionOptions.URL, doesNotWork(e)));
        }
    }

    private void check(Session open, Relation relation) throws SQLException {
        try {
            new OrderColumns(relation, config).check(new LayoutReader(relation, config.types()).read(open));
        } catch (UnreadableTable e) {
            findings.add(Finding.error(e.option(), e.reason()));
        } catch (SQLException e) {
            if (Refusal.isOfLogin(e) || !Refusal.isAnswer(e)) {
                throw e;
            }
            findings.add(answer(relation, e));
        }
        open.rollback();
    }

    private static Finding answer(Relation relation, SQLException e) {
        if (relation.table() == null) {
            return Finding.error(SourceOptions.QUERY, "cannot be read: " + e.getMessage());
        }
        String sentence = e.getErrorCode() == NO_SUCH_TABLE
                ? relation + " does not exist yet. Its task waits for it."
                : relation + " cannot be read: " + e.getMessage() + ". Its task waits until it can.";
        return Finding.warning(SourceOptions.TABLE_WHITELIST, sentence);
    }

    private String doesNotWork(Exception e) {
        return "does not work at " + config.database().url() + ": " + e.getMessage();
    }

    private Finding unchecked(String cause) {
        return Finding.warning(
                ConnectionOptions.URL,
                "The database at %s could not be asked whether its tables fit: %s. The tasks wait for the database."
                        .formatted(config.database().url(), cause));
    }

    private void abandon() {
        Session open = session;
        if (open != null) {
            open.abandon();
        }
    }
}
