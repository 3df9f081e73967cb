package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.StatementLog;
import io.ordersync.connect.sink.testing.WorkerPair;
import io.ordersync.stack.testing.connect.ExtraWorker;
import io.ordersync.stack.testing.connect.TestStack;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker is frozen in the middle of a transaction, another one takes over its partition, and the first continues while it
 * cannot learn that from its group. There is no version field.
 */
class FrozenWriterIT {

    private static final TestStack STACK = TestStack.running();

    @TempDir
    static Path folder;

    private static WorkerPair workers;

    private final InsertsPipeline inserts = new InsertsPipeline("id VARCHAR(40), qty INT", 1);
    private final String claim = "UPDATE `" + inserts.positions + "`%";
    private final StatementLog statements = new StatementLog();
    private ExtraWorker stale;

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
        workers.thawAndDelete(inserts.table);
        inserts.close();
    }

    @Test
    void itsInsertsAreRolledBack() throws Exception {
        register(inserts.config());
        freezeInATransaction(() -> inserts.send(1, 30));
        assertThat(inserts.awaitAll(30)).isEmpty();
        thawUninformed(() -> assertThat(inserts.repeated()).isEmpty());
        inserts.send(30, 40);
        assertThat(inserts.awaitAll(40)).isEmpty();
    }

    /** The tombstone in the hands of the frozen worker is older than the row that exists now. */
    @Test
    void itsTombstonesAreRolledBack() throws Exception {
        register(inserts.config(
                "insert.mode", "upsert", "pk.mode", "record_key", "pk.fields", "id", "delete.enabled", "true"));
        freezeInATransaction(() -> {
            inserts.items.sendRaw("k0", null);
            STACK.topics().flush();
        });
        inserts.items.send("k0", 7);
        await().until(() -> "7".equals(inserts.items.qty("k0")));
        thawUninformed(() -> assertThat(inserts.items.qty("k0")).isEqualTo("7"));
        inserts.items.awaitMarker();
        assertThat(inserts.items.qty("k0")).isEqualTo("7");
    }

    private void register(Map<String, String> config) throws Exception {
        workers.register(inserts.table, config);
        inserts.send(0, 1);
        inserts.awaitPosition(1);
        stale = workers.runnerOf(inserts.table);
    }

    /** Freezes the worker while its claim waits for a lock. The server completes the statement, but nobody commits. */
    private void freezeInATransaction(Runnable send) throws Exception {
        try (Connection holder = STACK.mariaDb().connectAsRoot()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM " + inserts.positions + " FOR UPDATE");
            long before = statements.count(claim);
            send.run();
            await().until(() -> statements.count(claim) > before);
            stale.freeze();
        }
    }

    /**
     * Continues the worker while the broker is frozen, so that it cannot learn that its partition has moved, and checks what
     * it has written before it reads more.
     */
    private void thawUninformed(Runnable check) {
        STACK.broker().freeze();
        try {
            List<String> before = statements.sessionsOf(claim);
            stale.thaw();
            await().until(() -> statements.sessionsOf(claim).stream()
                    .anyMatch(session ->
                            !before.contains(session) && statements.hasSent(session, claim, "'COMMIT', 'ROLLBACK'")));
            check.run();
        } finally {
            STACK.broker().thaw();
        }
    }
}
