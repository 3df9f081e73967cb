package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.ExtraWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers that are killed while sessions insert rows, commit crosswise and keep transactions open: no row is missing in any
 * mode. {@code -Dsource.kills=10 -Dsource.open.seconds=30} makes a long trial of it, whose log has the figures.
 */
class KilledWorkerIT {

    private static final Logger log = LoggerFactory.getLogger(KilledWorkerIT.class);

    private static final int KILLS = Integer.getInteger("source.kills", 3);
    private static final Duration OPEN = Duration.ofSeconds(Integer.getInteger("source.open.seconds", 5));

    /** How many records of each topic are sent between two kills. */
    private static final int RECORDS = 40;

    private final Worker worker = new Worker();
    private final String group = "killed-" + UUID.randomUUID();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "enabled"})
    void missesNoRow(String exactlyOnce) throws Exception {
        boolean isExact = exactlyOnce.equals("enabled");
        List<FilledTable> tables = Stream.of("bulk", "incrementing", "timestamp", "timestamp+incrementing")
                .map(mode -> new FilledTable(worker, mode, OPEN))
                .toList();
        for (int kill = 0; kill <= KILLS; kill++) {
            try (ExtraWorker extra = start(exactlyOnce)) {
                if (kill == 0) {
                    tables.forEach(table -> Worker.register(extra.connect(), table.name, config(table, isExact)));
                }
                awaitMoreRecords(tables);
                if (kill == KILLS) {
                    for (FilledTable table : tables) {
                        table.endSessions();
                        awaitAllRows(table);
                    }
                }
            }
        }
        tables.forEach(table -> check(table, isExact));
        tables.forEach(FilledTable::drop);
    }

    private ExtraWorker start(String exactlyOnce) {
        Map<String, String> settings =
                Map.of("exactly.once.source.support", exactlyOnce, "offset.flush.interval.ms", "5000");
        ExtraWorker extra = new ExtraWorker(group, worker.stack.bootstrapServers(), folder, settings);
        await().until(extra::isReady);
        return extra;
    }

    private static Map<String, String> config(FilledTable table, boolean isExact) {
        Map<String, String> config = table.config();
        if (isExact) {
            config.put("exactly.once.support", "required");
            config.put("transaction.boundary", table.isBulk() ? "connector" : "poll");
        }
        return config;
    }

    private static void awaitMoreRecords(List<FilledTable> tables) {
        Map<String, Integer> before = new HashMap<>();
        tables.forEach(table -> before.put(table.name, table.sent().ids().size()));
        tables.forEach(table -> await().until(() -> table.sent().ids().size() > before.get(table.name) + RECORDS));
    }

    private static void awaitAllRows(FilledTable table) {
        TreeSet<Integer> ids = table.ids();
        await().until(() -> table.sent().distinct().containsAll(ids));
    }

    private static void check(FilledTable table, boolean isExact) {
        SentRows sent = table.sent();
        TreeSet<Integer> ids = table.ids();
        log.info(
                "mode={}, exactly once: {}, kills: {}, rows: {}, records: {}, repeated: {}, missing: 0",
                table.mode,
                isExact,
                KILLS,
                ids.size(),
                sent.ids().size(),
                sent.repeated());
        assertThat(sent.distinct())
                .as("no row of a transaction that was rolled back")
                .isEqualTo(ids);
        if (table.isBulk() && isExact) {
            assertWholeReads(sent.reads());
        } else if (isExact) {
            assertThat(sent.repeated()).isZero();
        } else if (!table.isBulk()) {
            assertThat(sent.mostOften())
                    .as("a row comes again only from the next worker, if its offset was not stored")
                    .isLessThanOrEqualTo(KILLS + 1);
        }
    }

    /** Rows are only added, so a read that lacks a row of the read before it is a part of the table. */
    private static void assertWholeReads(List<List<Integer>> reads) {
        for (int i = 1; i < reads.size(); i++) {
            assertThat(new TreeSet<>(reads.get(i - 1)))
                    .as("rows that read %d lacks", i)
                    .allMatch(new TreeSet<>(reads.get(i))::contains);
        }
    }

    /** A transaction that is open holds the timestamp modes back, and a killed worker is missed after its session's time. */
    private static ConditionFactory await() {
        return Worker.await()
                .atMost(OPEN.multipliedBy(2).plusSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions();
    }
}
