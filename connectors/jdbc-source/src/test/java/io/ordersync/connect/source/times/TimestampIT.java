package io.ordersync.connect.source.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.source.testing.DirectSource;
import io.ordersync.connect.source.testing.OtherSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modes with timestamps on a real database. */
class TimestampIT {

    private static final String TABLE = "CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, v INT,"
            + " changed DATETIME NOT NULL DEFAULT NOW() ON UPDATE NOW())";

    private final DirectSource source = new DirectSource(
            "mode",
            "timestamp",
            "timestamp.column.name",
            "changed",
            "timestamp.delay.interval.ms",
            "0",
            "batch.max.rows",
            "10");

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void readsNewAndChangedRows() {
        source.sql(TABLE, "INSERT INTO $ (v) VALUES (1), (2)").start();
        assertThat(source.next(2, "v")).containsExactly(1, 2);
        source.sql("UPDATE $ SET v = 20 WHERE v = 2", "INSERT INTO $ (v) VALUES (3)");
        assertThat(source.next(2, "v")).containsExactlyInAnyOrder(20, 3);
        assertThat(source.nextPolls(5)).isEmpty();
    }

    /** All rows have one time, and pages hold ten of them. */
    @ParameterizedTest
    @ValueSource(strings = {"id INT PRIMARY KEY", "id VARCHAR(9) PRIMARY KEY", "id BINARY(4) PRIMARY KEY"})
    void continuesAmongRowsOfOneTimeAfterAnyRecord(String key) {
        source.sql(
                        "CREATE TABLE $ (" + key + ", v INT, changed TIMESTAMP NOT NULL DEFAULT '2026-01-01')",
                        "INSERT INTO $ (id, v) SELECT seq, seq FROM seq_1_to_25")
                .start();
        Set<Object> sent = new TreeSet<>();
        List<SourceRecord> records = new ArrayList<>();
        while (sent.size() < 25) {
            List<SourceRecord> page =
                    await().atMost(Duration.ofSeconds(20)).until(source::poll, rows -> !rows.isEmpty());
            for (SourceRecord record : page.subList(0, Math.min(3, page.size()))) {
                records.add(record);
                sent.add(((Struct) record.value()).get("v"));
                source.commit(record);
            }
            source.start();
        }
        assertThat(records).hasSize(25);
        assertThat(source.nextPolls(5)).isEmpty();
    }

    @Test
    void ordersRowsOfOneTimeByACompositeKey() {
        source.sql(
                        "CREATE TABLE $ (a INT, b VARCHAR(9), v INT, changed DATETIME NOT NULL DEFAULT '2026-01-01',"
                                + " PRIMARY KEY (a, b))",
                        "INSERT INTO $ (a, b, v) SELECT seq MOD 3, CONCAT('b', seq), seq FROM seq_1_to_35")
                .start();
        List<Object> read = source.next(35, "v");
        assertThat(read).doesNotHaveDuplicates().hasSize(35);
        assertThat(source.nextPolls(3)).isEmpty();
    }

    @Test
    void readsAllRowsOfOneTimeAtOnceIfTheyHaveNoKey() {
        source.sql(
                        "CREATE TABLE $ (v INT, changed DATETIME NOT NULL DEFAULT '2026-01-01')",
                        "INSERT INTO $ (v) SELECT seq FROM seq_1_to_25")
                .start();
        assertThat(source.next(25, "v")).hasSize(25).doesNotHaveDuplicates();
        source.sql("INSERT INTO $ (v, changed) VALUES (26, '2026-01-02')");
        assertThat(source.next(1, "v")).containsExactly(26);
        source.start();
        assertThat(source.nextPolls(5)).isEmpty();
    }

    @Test
    void anOpenTransactionHoldsBackTheRowsAfterIt() throws Exception {
        source.sql(TABLE).start();
        try (OtherSession first = source.otherSession()) {
            first.sql("INSERT INTO $ (v) VALUES (1)");
            source.sql("DO SLEEP(1.1)", "INSERT INTO $ (v) VALUES (2)", "DO SLEEP(1.1)");
            assertThat(source.nextPolls(20)).isEmpty();
            assertThat(source.rows("SELECT v FROM $")).hasSize(1);
            first.commit();
        }
        assertThat(source.next(2, "v")).containsExactly(1, 2);
    }

    @Test
    void anUpdateOfAnOpenTransactionHoldsThemBackToo() {
        source.sql(TABLE, "INSERT INTO $ (v) VALUES (1)").start();
        source.next(1);
        try (OtherSession first = source.otherSession()) {
            source.sql("DO SLEEP(1.1)");
            first.sql("UPDATE $ SET v = 10 WHERE id = 1");
            source.sql("DO SLEEP(1.1)", "INSERT INTO $ (v) VALUES (2)", "DO SLEEP(1.1)");
            assertThat(source.nextPolls(20)).isEmpty();
            first.commit();
        }
        assertThat(source.next(2, "v")).containsExactly(10, 2);
    }

    @Test
    void aRolledBackTransactionHoldsBackNothing() {
        source.sql(TABLE).start();
        try (OtherSession first = source.otherSession()) {
            first.sql("INSERT INTO $ (v) VALUES (1)");
            source.sql("DO SLEEP(1.1)", "INSERT INTO $ (v) VALUES (2)");
            first.rollback();
        }
        assertThat(source.next(1, "v")).containsExactly(2);
    }

    /** The statement takes its time when it begins, waits for a lock, and writes later. */
    @Test
    void aStatementThatWaitsForALockHoldsThemBackIfTheLoginSeesIt() throws Exception {
        source.grantProcess().sql(TABLE, "INSERT INTO $ (v) VALUES (1)").start();
        source.next(1);
        CompletableFuture<Void> update;
        try (OtherSession holder = source.otherSession()) {
            source.sql("DO SLEEP(1.1)");
            holder.sql("SELECT * FROM $ WHERE id = 1 FOR UPDATE");
            update = CompletableFuture.runAsync(() -> source.sql("UPDATE $ SET v = 10 WHERE id = 1"));
            await().until(() -> !source.rows(
                            "SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                    .isEmpty());
            source.sql("DO SLEEP(1.1)", "INSERT INTO $ (v) VALUES (2)", "DO SLEEP(1.1)");
            assertThat(source.nextPolls(20)).isEmpty();
            assertThat(source.context.metric("window-lag-ms")).isGreaterThan(2000);
            holder.rollback();
        }
        update.get(20, TimeUnit.SECONDS);
        assertThat(source.next(2, "v")).containsExactly(10, 2);
    }

    @Test
    void theFirstColumnThatIsNotNullCounts() {
        source.change("timestamp.column.name", "updated,created");
        source.sql(
                        "CREATE TABLE $ (id INT PRIMARY KEY, updated DATETIME(3), created DATETIME(6) NOT NULL)",
                        "INSERT INTO $ VALUES (1, NULL, '2026-01-03'), (2, '2026-01-02', '2026-01-01'),"
                                + " (3, '2026-01-04', '2026-01-01')")
                .start();
        assertThat(source.next(3, "id")).containsExactly(2, 1, 3);
        source.sql("UPDATE $ SET updated = '2026-01-05' WHERE id = 1");
        assertThat(source.next(1, "id")).containsExactly(1);
    }

    @Test
    void rowsOfEqualTimesAreOrderedByTheirIds() {
        source.change("mode", "timestamp+incrementing", "incrementing.column.name", "number");
        source.sql(
                        "CREATE TABLE $ (k VARCHAR(9) PRIMARY KEY, number INT NOT NULL, changed DATETIME NOT NULL)",
                        "INSERT INTO $ SELECT CONCAT('k', 100 - seq), seq, '2026-01-01' FROM seq_1_to_25")
                .start();
        assertThat(source.next(25, "number"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 25).mapToObj(i -> (Object) i).toList());
        source.sql("UPDATE $ SET changed = '2026-01-02' WHERE number = 3");
        source.start();
        assertThat(source.next(1, "number")).containsExactly(3);
    }

    /** The column holds local times; the worker, the driver and the server know nothing of the zone. */
    @ParameterizedTest
    @CsvSource({"Asia/Seoul, +09:00", "+09:00, +09:00", "UTC, +00:00"})
    void readsLocalTimesOfAnotherZone(String zone, String offset) {
        source.change("db.timezone", zone);
        source.sql(
                        "CREATE TABLE $ (id INT PRIMARY KEY, changed DATETIME(3) NOT NULL)",
                        "INSERT INTO $ VALUES (1, CONVERT_TZ(UTC_TIMESTAMP(3), '+00:00', '" + offset
                                + "') - INTERVAL 1 SECOND)," + " (2, CONVERT_TZ(UTC_TIMESTAMP(3), '+00:00', '" + offset
                                + "') + INTERVAL 1 HOUR)")
                .start();
        Struct row = source.next(1).get(0);
        assertThat(row.get("id")).isEqualTo(1);
        assertThat(((java.util.Date) row.get("changed")).toInstant())
                .isCloseTo(
                        java.time.Instant.now(),
                        new org.assertj.core.data.TemporalUnitWithinOffset(30, java.time.temporal.ChronoUnit.SECONDS));
        assertThat(source.nextPolls(5)).isEmpty();
    }

    @Test
    void readsFromAnInitialTime() {
        source.change("timestamp.initial", "1767312000000"); // 2026-01-02
        source.sql("CREATE TABLE $ (id INT PRIMARY KEY, changed TIMESTAMP NOT NULL)")
                .inUtc("INSERT INTO $ VALUES (1, '2026-01-01'), (2, '2026-01-02 12:00:00'), (3, '2026-01-03 12:00:00')")
                .start();
        assertThat(source.next(2, "id")).containsExactly(2, 3);
    }

    /** Many sessions change rows at once; some roll back, some commit later. */
    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void missesNoChangeOfManySessions(int digits) throws Exception {
        source.change("batch.max.rows", "50", "poll.interval.ms", "5");
        source.grantProcess()
                .sql("CREATE TABLE $ (id INT PRIMARY KEY, v INT, changed DATETIME(%1$d) NOT NULL DEFAULT NOW(%1$d)"
                                .formatted(digits)
                        + " ON UPDATE NOW(%d))".formatted(digits))
                .sql("INSERT INTO $ (id, v) SELECT seq, 0 FROM seq_1_to_100")
                .start();
        List<Thread> writers = IntStream.range(0, 5)
                .mapToObj(writer -> new Thread(() -> change(writer)))
                .toList();
        writers.forEach(Thread::start);
        int[] last = new int[101];
        while (writers.stream().anyMatch(Thread::isAlive)) {
            source.nextPolls(1).forEach(row -> last[row.getInt32("id")] = row.getInt32("v"));
            source.start();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            source.nextPolls(5).forEach(row -> last[row.getInt32("id")] = row.getInt32("v"));
            return source.rows("SELECT id, v FROM $").stream()
                    .allMatch(row -> last[Integer.parseInt(row.get("id"))] == Integer.parseInt(row.get("v")));
        });
    }

    private void change(int writer) {
        try (OtherSession session = source.otherSession()) {
            for (int i = 1; i <= 60; i++) {
                int id = writer * 20 + i % 20 + 1;
                session.sql("UPDATE $ SET v = v + 1 WHERE id = " + id).sql("DO SLEEP(0.02)");
                if (i % 10 == writer) {
                    session.rollback();
                } else if (i % 4 != 3) {
                    session.commit();
                }
            }
            session.commit();
        }
    }
}
