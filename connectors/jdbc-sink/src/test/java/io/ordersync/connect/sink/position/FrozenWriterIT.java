package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.stack.testing.connect.ExtraWorker;
import io.ordersync.stack.testing.connect.TestStack;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    private static List<ExtraWorker> workers;

    private final InsertsPipeline inserts = new InsertsPipeline("id VARCHAR(40), qty INT", 1);
    private ExtraWorker stale;

    @BeforeAll
    static void startWorkers() {
        String group = "frozen-" + UUID.randomUUID();
        workers = Stream.generate(() -> new ExtraWorker(group, STACK.bootstrapServers(), folder))
                .limit(2)
                .toList();
        await().until(() -> workers.stream().allMatch(ExtraWorker::isReady));
    }

    @AfterAll
    static void stopWorkers() {
        workers.forEach(ExtraWorker::close);
    }

    @BeforeEach
    void logStatements() {
        STACK.sql("SET GLOBAL log_output = 'TABLE'", "SET GLOBAL general_log = 1");
    }

    @AfterEach
    void close() {
        STACK.sql("SET GLOBAL general_log = 0", "SET GLOBAL log_output = 'FILE'");
        workers.forEach(ExtraWorker::thaw);
        await().ignoreExceptions().untilAsserted(() -> workers.get(0).connect().delete(inserts.table));
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
        ConnectClient connect = workers.get(0).connect();
        await().ignoreExceptions().untilAsserted(() -> connect.put(inserts.table, config));
        inserts.send(0, 1);
        inserts.awaitPosition(1);
        String worker =
                connect.status(inserts.table).orElseThrow().tasks().get(0).worker();
        stale = workers.get(workers.get(0).id().equals(worker) ? 0 : 1);
    }

    /** Freezes the worker while its claim waits for a lock. The server completes the statement, but nobody commits. */
    private void freezeInATransaction(Runnable send) throws Exception {
        try (Connection holder = STACK.mariaDb().connectAsRoot()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM " + inserts.positions + " FOR UPDATE");
            long before = claims();
            send.run();
            await().until(() -> claims() > before);
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
            List<String> before = sessions();
            stale.thaw();
            await().until(() ->
                    sessions().stream().anyMatch(session -> !before.contains(session) && hasEnded(session)));
            check.run();
        } finally {
            STACK.broker().thaw();
        }
    }

    private long claims() {
        return STACK.rows("SELECT 1 FROM mysql.general_log WHERE " + isClaim()).size();
    }

    /** The sessions that have sent a claim. */
    private List<String> sessions() {
        return STACK.rows("SELECT DISTINCT thread_id FROM mysql.general_log WHERE " + isClaim()).stream()
                .map(row -> row.get("thread_id"))
                .toList();
    }

    private String isClaim() {
        return "argument LIKE 'UPDATE `" + inserts.positions + "`%'";
    }

    private static boolean hasEnded(String session) {
        return !STACK.rows("SELECT 1 FROM mysql.general_log claim JOIN mysql.general_log finish USING (thread_id)"
                        + " WHERE claim.argument LIKE 'UPDATE%' AND finish.argument IN ('COMMIT', 'ROLLBACK')"
                        + " AND finish.event_time >= claim.event_time AND thread_id = " + session)
                .isEmpty();
    }
}
