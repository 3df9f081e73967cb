package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordersync.stack.testing.connect.ExtraWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that are killed while rows are inserted and sent: no row is missing, and few are sent twice. */
class KilledWorkerIT {

    private static final int KILLS = 3;

    private final Worker worker = new Worker();

    @TempDir
    Path folder;

    /** Three sessions commit crosswise, and many rows have one time. */
    @ParameterizedTest
    @ValueSource(strings = {"incrementing", "timestamp"})
    void missesNoRow(String mode) throws Exception {
        String table = "k" + UUID.randomUUID().toString().substring(0, 8);
        worker.stack.sql(
                "CREATE TABLE " + table
                        + " (id INT AUTO_INCREMENT PRIMARY KEY, v INT, changed DATETIME NOT NULL DEFAULT NOW(), KEY (changed))");
        Map<String, String> config =
                worker.config(table, "mode", mode, "batch.max.rows", "20", "timestamp.delay.interval.ms", "0");
        if (mode.equals("timestamp")) {
            config.put("timestamp.column.name", "changed");
        }
        AtomicBoolean isOver = new AtomicBoolean();
        List<Thread> writers = List.of(writer(table, 0, isOver), writer(table, 1, isOver), writer(table, 2, isOver));
        writers.forEach(Thread::start);
        for (int kill = 0; kill <= KILLS; kill++) {
            int before = worker.stack.topics().all("p_" + table).size();
            try (ExtraWorker extra = new ExtraWorker(table, worker.stack.bootstrapServers(), folder)) {
                Worker.await().until(extra::isReady);
                Worker.register(extra.connect(), table, config);
                Worker.await()
                        .until(() -> worker.stack.topics().all("p_" + table).size() > before + 40);
                if (kill == KILLS) {
                    isOver.set(true);
                    for (Thread writer : writers) {
                        writer.join(Duration.ofSeconds(30).toMillis());
                    }
                    awaitAllRows(table);
                }
            }
        }
        long rows = worker.stack.count(table);
        List<JsonNode> sent = worker.payloads("p_" + table, (int) rows);
        assertThat(sent.size() - rows)
                .as("rows sent twice: those whose offsets were not yet stored")
                .isLessThan(rows);
        worker.stack.sql("DROP TABLE " + table);
    }

    private void awaitAllRows(String table) {
        Worker.await()
                .until(() -> worker.payloads("p_" + table, 1).stream()
                                .map(row -> row.get("id").asInt())
                                .distinct()
                                .count()
                        == worker.stack.count(table));
    }

    private Thread writer(String table, int number, AtomicBoolean isOver) {
        return new Thread(() -> {
            try (var connection = worker.stack.mariaDb().connectAsRoot();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int i = 0; !isOver.get(); i++) {
                    statement.execute("INSERT INTO " + table + " (v) VALUES (" + i + ")");
                    statement.execute("DO SLEEP(0.02)");
                    if (i % 5 == number) {
                        connection.rollback();
                    } else if (i % 3 != number) {
                        connection.commit();
                    }
                }
                connection.commit();
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
