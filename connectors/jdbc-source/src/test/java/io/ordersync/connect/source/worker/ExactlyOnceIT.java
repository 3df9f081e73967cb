package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.ExtraWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker with {@code exactly.once.source.support=enabled}. */
class ExactlyOnceIT {

    private static final int ROWS = 1000;

    @TempDir
    static Path folder;

    private static final Worker WORKER = new Worker();
    private static ExtraWorker exact;

    private final String table = "e" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void startWorker() {
        exact = new ExtraWorker(
                "exact-" + UUID.randomUUID(),
                WORKER.stack.bootstrapServers(),
                folder,
                Map.of("exactly.once.source.support", "enabled"));
        Worker.await().until(exact::isReady);
    }

    @AfterAll
    static void stopWorker() {
        exact.close();
    }

    /** The connection breaks while rows of the table are in the transaction. */
    @Test
    void sendsAWholeTableOrNoRowOfIt() {
        WORKER.stack.sql(
                "CREATE TABLE " + table + " (id INT PRIMARY KEY)",
                "INSERT INTO " + table + " SELECT seq FROM seq_1_to_" + ROWS);
        Map<String, String> config = bulk("transaction.boundary", "connector");
        config.remove("table.whitelist");
        config.put("query", "SELECT id, SLEEP(0.005) AS s, REPEAT('x', 1000) AS x FROM " + table);
        config.put("topic.prefix", table);
        Worker.register(exact.connect(), table, config);
        Worker.await().until(() -> WORKER.stack.topics().all(table).size() > ROWS / 10);
        WORKER.stack.sql("KILL USER " + Worker.LOGIN);
        Worker.await().until(() -> log().contains("Aborting transaction for batch as requested by connector"));
        List<List<Integer>> reads = Worker.await()
                .until(
                        () -> SentRows.read(WORKER.stack.bootstrapServers(), table)
                                .reads(),
                        all -> all.size() >= 2);
        List<Integer> whole = IntStream.rangeClosed(1, ROWS).boxed().toList();
        assertThat(reads).allSatisfy(read -> assertThat(read).isEqualTo(whole));
        Worker.await().ignoreExceptions().untilAsserted(() -> exact.connect().delete(table));
        WORKER.stack.sql("DROP TABLE " + table);
    }

    @Test
    void refusesModeBulkWithoutATransactionPerTable() throws Exception {
        assertThat(Worker.errors(exact.connect(), bulk("transaction.boundary", "poll")))
                .anyMatch(error -> error.startsWith("transaction.boundary must be connector with mode=bulk"));
        assertThat(Worker.errors(exact.connect(), bulk("transaction.boundary", "connector")))
                .isEmpty();
        assertThat(Worker.errors(exact.connect(), bulk("mode", "incrementing"))).isEmpty();
    }

    private Map<String, String> bulk(String... more) {
        Map<String, String> config = WORKER.config(
                table, "name", table, "mode", "bulk", "batch.max.rows", "10", "exactly.once.support", "required");
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    private static String log() throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".log")).toList()) {
                log.append(Files.readString(file));
            }
        }
        return log.toString();
    }
}
