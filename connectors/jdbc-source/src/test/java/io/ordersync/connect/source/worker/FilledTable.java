package io.ordersync.connect.source.worker;

import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** A table that sessions fill while the source reads it in one mode. Many of its rows have the same time. */
final class FilledTable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** A read sends the whole table, so the table must not grow fast. */
    private static final Duration PAUSE_OF_BULK = Duration.ofMillis(500);

    final String mode;
    final String name = "k" + UUID.randomUUID().toString().substring(0, 8);
    private final Worker worker;
    private final CrossingSessions sessions;

    FilledTable(Worker worker, String mode, Duration open) {
        this.worker = worker;
        this.mode = mode;
        worker.stack.sql("CREATE TABLE " + name
                + " (id INT AUTO_INCREMENT PRIMARY KEY, changed DATETIME NOT NULL DEFAULT NOW(), KEY (changed))");
        sessions = new CrossingSessions(worker.stack.mariaDb(), name, isBulk() ? PAUSE_OF_BULK : PAUSE, open);
    }

    boolean isBulk() {
        return mode.equals("bulk");
    }

    Map<String, String> config() {
        Map<String, String> config =
                worker.config(name, "mode", mode, "batch.max.rows", "20", "timestamp.delay.interval.ms", "0");
        if (mode.startsWith("timestamp")) {
            config.put("timestamp.column.name", "changed");
        }
        if (isBulk()) {
            config.put("poll.interval.ms", "2000");
        }
        return config;
    }

    void endSessions() throws ExecutionException, InterruptedException {
        sessions.end();
    }

    TreeSet<Integer> ids() {
        return worker.stack.rows("SELECT id FROM " + name).stream()
                .map(row -> Integer.valueOf(row.get("id")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SentRows sent() {
        return SentRows.read(worker.stack.bootstrapServers(), "p_" + name);
    }

    void drop() {
        worker.stack.sql("DROP TABLE " + name);
    }
}
