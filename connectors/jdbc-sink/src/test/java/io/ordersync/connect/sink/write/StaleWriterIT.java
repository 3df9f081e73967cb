package io.ordersync.connect.sink.write;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.connect.sink.testing.StatementLog;
import io.ordersync.connect.sink.testing.WorkerPair;
import io.ordersync.stack.testing.connect.ExtraWorker;
import io.ordersync.stack.testing.connect.TestStack;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker is frozen in the middle of a transaction. The server rolls the transaction back, another worker takes over the
 * partition and writes a newer record, and the first worker continues with the old record in its memory.
 */
class StaleWriterIT {

    private static final TestStack STACK = TestStack.running();

    @TempDir
    static Path folder;

    private static WorkerPair workers;

    private final ItemsPipeline items = new ItemsPipeline();
    private final StatementLog statements = new StatementLog();
    private ExtraWorker stale;
    private long joined;

    @BeforeAll
    static void startWorkers() {
        workers = new WorkerPair(folder);
    }

    @AfterAll
    static void stopWorkers() {
        workers.close();
    }

    @AfterEach
    void close() {
        statements.close();
        workers.thawAndDelete(items.name);
        items.close();
    }

    @Test
    void cannotUndoANewerRow() throws Exception {
        writeARow();
        freezeInATransaction(() -> items.send("k", 2), upsertOf(2));
        items.send("k", 3);
        await().until(() -> "3".equals(items.qty("k")));
        wakeUpUninformed(upsertOf(2));
        assertThat(items.qty("k")).isEqualTo("3");
        awaitRejoin();
        assertThat(items.qty("k")).isEqualTo("3");
    }

    @Test
    void cannotDeleteANewerRow() throws Exception {
        writeARow();
        freezeInATransaction(() -> items.sendRaw("k", null), delete());
        items.send("k", 3);
        await().until(() -> "3".equals(items.qty("k")));
        wakeUpUninformed(delete());
        assertThat(items.qty("k")).isEqualTo("3");
        awaitRejoin();
        assertThat(items.qty("k")).isEqualTo("3");
    }

    /** A deleted row has no version to compare. The writer must check its group before it writes again. */
    @Test
    void doesNotBringBackADeletedRow() throws Exception {
        writeARow("connection.backoff.ms", "10000");
        freezeInATransaction(() -> items.send("k", 2), upsertOf(2));
        items.sendRaw("k", null);
        await().until(() -> items.qty("k") == null);
        List<String> before = statements.sessionsOf(upsertOf(2));
        stale.thaw();
        awaitRejoin();
        assertThat(statements.sessionsOf(upsertOf(2))).isEqualTo(before);
        assertThat(items.qty("k")).isNull();
    }

    private void writeARow(String... options) throws Exception {
        workers.register(items.name, config(options));
        items.send("k", 1);
        await().until(() -> "1".equals(items.qty("k")));
        stale = workers.runnerOf(items.name);
    }

    /**
     * Sends a record and freezes the worker while the statement for it waits for a lock. The server completes the statement, but
     * nobody commits.
     */
    private void freezeInATransaction(Runnable send, String statement) throws Exception {
        try (Connection holder = STACK.mariaDb().connectAsRoot()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM " + items.name + " WHERE id = 'k' FOR UPDATE");
            send.run();
            await().until(() -> !statements.sessionsOf(statement).isEmpty());
            joined = stale.timesJoined();
            stale.freeze();
        }
    }

    /** Continues the worker while the broker is frozen, so that the worker cannot learn that its partition has moved. */
    private void wakeUpUninformed(String statement) {
        List<String> before = statements.sessionsOf(statement);
        STACK.broker().freeze();
        try {
            stale.thaw();
            await().until(() -> statements.sessionsOf(statement).stream()
                    .anyMatch(session ->
                            !before.contains(session) && statements.hasSent(session, statement, "'COMMIT'")));
        } finally {
            STACK.broker().thaw();
        }
    }

    private void awaitRejoin() {
        await().until(() -> stale.timesJoined() > joined);
        items.awaitMarker();
    }

    private String upsertOf(int qty) {
        return "INSERT INTO `" + items.name + "`%(''k''," + qty + ",%";
    }

    private String delete() {
        return "DELETE FROM `" + items.name + "`%";
    }

    private Map<String, String> config(String... options) {
        return items.config(Stream.concat(
                        Stream.of(
                                "delete.enabled",
                                "true",
                                "connection.backoff.ms",
                                "200",
                                "consumer.override.session.timeout.ms",
                                "6000",
                                "consumer.override.heartbeat.interval.ms",
                                "1000"),
                        Stream.of(options))
                .toArray(String[]::new));
    }
}
