package io.ordersync.connect.source.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.source.testing.DirectSource;
import io.ordersync.connect.source.testing.OtherSession;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mode incrementing on a real database: ids that are committed in another order than they were given. */
class IncrementingIT {

    private final DirectSource source = new DirectSource("batch.max.rows", "10");

    @AfterEach
    void close() {
        source.close();
    }

    private void createTable() {
        source.sql("CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, v INT)");
    }

    @Test
    void readsAllRowsInPagesAndThenNewOnes() {
        createTable();
        source.sql("INSERT INTO $ (v) SELECT seq FROM seq_1_to_95").start();
        assertThat(source.next(95, "v")).isEqualTo(numbers(1, 95));
        source.sql("INSERT INTO $ (v) VALUES (96), (97)");
        assertThat(source.next(2, "v")).containsExactly(96, 97);
        assertThat(source.nextPolls(5)).isEmpty();
        assertThat(source.context.metric("rows-read-total")).isEqualTo(97);
    }

    @Test
    void readsARowThatIsCommittedAfterAGreaterId() {
        createTable();
        source.start();
        try (OtherSession first = source.otherSession();
                OtherSession second = source.otherSession()) {
            first.sql("INSERT INTO $ (v) VALUES (1)");
            second.sql("INSERT INTO $ (v) VALUES (2)").commit();
            assertThat(source.next(1, "v")).containsExactly(2);
            assertThat(source.nextPolls(5)).isEmpty();
            assertThat(source.context.metric("gaps-open")).isEqualTo(1);
            first.commit();
            assertThat(source.next(1, "v")).containsExactly(1);
            assertThat(source.nextPolls(5)).isEmpty();
            assertThat(source.context.metric("gaps-open")).isZero();
        }
    }

    @Test
    void asksForAMissingIdAfterARestart() {
        createTable();
        source.sql("INSERT INTO $ (v) VALUES (1)").start();
        assertThat(source.next(1, "v")).containsExactly(1);
        try (OtherSession first = source.otherSession()) {
            first.sql("INSERT INTO $ (v) VALUES (2), (3)");
            source.sql("INSERT INTO $ (v) VALUES (4), (5)");
            assertThat(source.next(2, "v")).containsExactly(4, 5);
            first.commit();
        }
        source.start();
        assertThat(source.next(2, "v")).containsExactly(2, 3);
        assertThat(source.nextPolls(5)).isEmpty();
    }

    /** The worker has sent some of the records of a page, and none of the others. */
    @Test
    void continuesAfterAnyRecord() {
        createTable();
        source.sql("INSERT INTO $ (id, v) SELECT seq * 3 DIV 2, seq FROM seq_1_to_9")
                .start();
        Set<Object> sent = new TreeSet<>();
        int[] records = {0};
        while (sent.size() < 9) {
            List<SourceRecord> page =
                    await().atMost(Duration.ofSeconds(20)).until(source::poll, rows -> !rows.isEmpty());
            sent.add(((Struct) page.get(0).value()).get("v"));
            source.commit(page.get(0));
            records[0]++;
            source.start();
        }
        assertThat(records[0]).as("no row is sent twice").isEqualTo(9);
        source.sql("INSERT INTO $ (id, v) VALUES (2, 100)");
        assertThat(source.next(1, "v")).containsExactly(100);
    }

    @Test
    void givesUpTheIdOfARolledBackInsert() {
        source.change("gap.timeout.ms", "300");
        createTable();
        source.start();
        try (OtherSession first = source.otherSession()) {
            first.sql("INSERT INTO $ (v) VALUES (1)");
            source.sql("INSERT INTO $ (v) VALUES (2)");
            source.next(1);
            first.rollback();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            source.nextPolls(1);
            return source.context.metric("gaps-given-up-total") == 1;
        });
        assertThat(source.context.metric("gaps-open")).isZero();
    }

    @Test
    void awaitsAnOpenTransactionForLongerThanTheTimeout() {
        source.change("gap.timeout.ms", "0");
        createTable();
        source.start();
        try (OtherSession first = source.otherSession()) {
            first.sql("INSERT INTO $ (v) SELECT seq FROM seq_1_to_30");
            source.sql("INSERT INTO $ (id, v) VALUES (1000, 0)");
            source.next(1);
            source.nextPolls(10);
            assertThat(source.context.metric("gaps-given-up-total")).isEqualTo(969);
            assertThat(source.context.metric("gaps-open")).isEqualTo(30);
            first.commit();
        }
        assertThat(source.next(30, "v")).isEqualTo(numbers(1, 30));
    }

    /** Each server of a cluster of three leaves two of three ids to the others. */
    @Test
    void idsOfAClusterKeepTheOffsetSmall() {
        createTable();
        source.change("batch.max.rows", "500");
        source.sql("INSERT INTO $ (id, v) SELECT seq * 3, seq FROM seq_1_to_2000")
                .start();
        List<SourceRecord> records = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            source.poll().forEach(record -> {
                source.commit(record);
                records.add(record);
            });
            return records.size() == 2000;
        });
        assertThat(records.get(1999).sourceOffset().toString()).hasSizeLessThan(300);
        assertThat(source.context.metric("gaps-open")).isEqualTo(4000);
        source.sql("INSERT INTO $ (id, v) VALUES (4, -1), (3001, -2)");
        source.start();
        assertThat(source.next(2, "v")).containsExactly(-1, -2);
        assertThat(source.nextPolls(3)).isEmpty();
    }

    @Test
    void readsIdsThatOnlyAnUnsignedNumberHolds() {
        source.change("incrementing.column.name", "id");
        source.sql(
                        "CREATE TABLE $ (id BIGINT UNSIGNED PRIMARY KEY)",
                        "INSERT INTO $ VALUES (1), (18446744073709551610)")
                .start();
        assertThat(source.next(2, "id")).containsExactly(new BigDecimal(1), new BigDecimal("18446744073709551610"));
        source.sql("INSERT INTO $ VALUES (18446744073709551614), (9223372036854775808)");
        source.start();
        assertThat(source.next(2, "id"))
                .containsExactlyInAnyOrder(
                        new BigDecimal("18446744073709551614"), new BigDecimal("9223372036854775808"));
    }

    @Test
    void findsAColumnInUpperCaseAndRowsOfAnOddlyNamedTable() {
        source.sql("CREATE TABLE $ (`Order Id` INT PRIMARY KEY, `a``b` INT)", "INSERT INTO $ VALUES (7, 8)");
        source.change("incrementing.column.name", "ORDER ID").start();
        Struct row = source.next(1).get(0);
        assertThat(row.get("Order Id")).isEqualTo(7);
        assertThat(row.get("a`b")).isEqualTo(8);
    }

    @Test
    void readsFromAnInitialId() {
        createTable();
        source.sql("INSERT INTO $ (v) SELECT seq FROM seq_1_to_9");
        source.change("incrementing.initial", "7").start();
        assertThat(source.next(2, "v")).containsExactly(8, 9);
        assertThat(source.context.metric("gaps-open")).isZero();
    }

    /** Many sessions insert at once; some roll back, some wait before they commit. */
    @Test
    void missesNoRowOfManySessions() throws Exception {
        createTable();
        source.change("batch.max.rows", "50", "poll.interval.ms", "5").start();
        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(writer -> new Thread(() -> insert(writer)))
                .toList();
        writers.forEach(Thread::start);
        List<Object> read = new ArrayList<>();
        while (writers.stream().anyMatch(Thread::isAlive)) {
            source.nextPolls(1).forEach(row -> read.add(row.get("v")));
            if (read.size() % 7 == 0) {
                source.start();
            }
        }
        for (Thread writer : writers) {
            writer.join();
        }
        source.nextPolls(20).forEach(row -> read.add(row.get("v")));
        List<Object> stored = source.rows("SELECT v FROM $").stream()
                .map(row -> (Object) Integer.valueOf(row.get("v")))
                .toList();
        assertThat(stored).hasSizeGreaterThan(300);
        assertThat(read).containsExactlyInAnyOrderElementsOf(stored);
    }

    private void insert(int writer) {
        try (OtherSession session = source.otherSession()) {
            for (int i = 0; i < 60; i++) {
                session.sql("INSERT INTO $ (v) VALUES (" + (writer * 1000 + i) + ")")
                        .sql("DO SLEEP(0.02)");
                if (i % 10 == writer) {
                    session.rollback();
                } else if (i % 4 != 3) {
                    session.commit();
                }
            }
            session.commit();
        }
    }

    private static List<Object> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> (Object) i).toList();
    }
}
