package io.ordersync.connect.database.validation;

import io.ordersync.connect.database.DatabaseConfig;
import io.ordersync.connect.database.Refusal;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.options.ConnectionOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the database, within a bounded time, whether it fits a configuration. */
public final class DatabaseCheck {

    /** A client waits for the answer. A database that answers more slowly counts as one that does not answer. */
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(10);

    private final DatabaseConfig database;
    private final Questions questions;
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private volatile @Nullable Session session;

    public DatabaseCheck(DatabaseConfig database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    /** What a connector asks its database. */
    @FunctionalInterface
    public interface Questions {
        void ask(Session session, Consumer<Finding> findings) throws SQLException;
    }

    /** Returns errors and warnings; an outage of the database is a warning. */
    public List<Finding> find() {
        FutureTask<Void> check = new FutureTask<>(this::check, null);
        Thread thread = new Thread(check, "connect-database-check");
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

    private void check() {
        try {
            Session open = Session.open(database);
            session = open;
            questions.ask(open, findings::add);
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
        return "does not work at " + database.url() + ": " + reason(e);
    }

    /** The driver names a missing file in a cause. */
    private static String reason(Exception e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .reduce((known, more) -> known.contains(more) ? known : known + ": " + more)
                .orElseThrow();
    }

    private Finding unchecked(String cause) {
        return Finding.warning(
                ConnectionOptions.URL,
                "The database at %s could not be asked whether tables and rights fit: %s. The tasks wait for the database."
                        .formatted(database.url(), cause));
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
}
