package io.ordersync.connect.sink.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.FakeContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tasks of one connector read the same partition, as when a worker was frozen and continues. */
class TwoWritersIT {

    private static final int RECORDS = 400;

    private final DirectTask one = new DirectTask(
            "insert.mode", "insert", "pk.mode", "none", "pk.fields", null, "offsets.table", "direct_offset");
    private final DirectTask other = one.another();

    @BeforeEach
    void createTable() {
        one.sql("CREATE TABLE $ (qty INT, v BIGINT)");
    }

    @AfterEach
    void close() {
        other.close();
        one.close();
        one.sql("DROP TABLE direct_offset");
    }

    @Test
    void writeEachRecordOnceWhenTheyFight() throws Exception {
        LogReader first = new LogReader(one, RECORDS);
        LogReader second = new LogReader(other, RECORDS);
        CompletableFuture<Void> fight = CompletableFuture.runAsync(first::deliverAll);
        second.deliverAll();
        fight.get(60, TimeUnit.SECONDS);
        assertThat(one.rows("SELECT COUNT(*) AS n, COUNT(DISTINCT qty) AS d FROM $"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("n", "" + RECORDS).containsEntry("d", "" + RECORDS));
    }

    @Test
    void anOvertakenBatchIsRolledBackAndReadFromTheNewPosition() {
        LogReader stale = new LogReader(one, 5);
        stale.deliverAll();
        new LogReader(other, 20).deliverAll();
        stale.grow(30);
        stale.deliver(10);
        assertThat(one.context.sought).containsEntry(FakeContext.PARTITION, 20L);
        assertThat(one.context.metric("writes-overtaken-total")).isEqualTo(1);
        assertThat(one.rows("SELECT qty FROM $")).hasSize(20);
        stale.deliverAll();
        assertThat(one.rows("SELECT COUNT(*) AS n, COUNT(DISTINCT qty) AS d FROM $"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("n", "30").containsEntry("d", "30"));
    }

    @Test
    void offsetsFromBeforeASeekAreNotCommitted() {
        LogReader reader = new LogReader(one, 20);
        reader.deliverAll();
        assertThat(one.commit(20)).isEqualTo(20);
        one.sql("UPDATE direct_offset SET next_offset = 5");
        reader.grow(30).deliver(10);
        assertThat(one.context.sought).containsEntry(FakeContext.PARTITION, 5L);
        assertThat(one.commit(30)).as("consumed before the seek").isNull();
        assertThat(one.rows("SELECT next_offset AS o FROM direct_offset").get(0))
                .containsEntry("o", "5");
        reader.deliverAll();
        assertThat(one.commit(30)).isEqualTo(30);
    }

    @Test
    void aRestoredPositionIsNoticedByACommitOfOffsetsToo() {
        LogReader reader = new LogReader(one, 20);
        reader.deliverAll();
        one.sql("UPDATE direct_offset SET next_offset = 5");
        assertThat(one.commit(20)).as("the consumer is ahead").isNull();
        one.call(List.of());
        assertThat(one.context.sought).containsEntry(FakeContext.PARTITION, 5L);
    }

    @Test
    void recordsThatNeedNoWriteMoveThePositionToo() {
        new LogReader(one, 20).deliverAll();
        assertThat(one.commit(25)).isEqualTo(25);
        assertThat(one.rows("SELECT next_offset AS o FROM direct_offset").get(0))
                .containsEntry("o", "25");
        one.restart();
        assertThat(one.context.sought).containsEntry(FakeContext.PARTITION, 25L);
    }

    /** Without the settings of a client the id of the topic is not known. */
    @Test
    void continuesAtTheStartWhenTheLogEndsBeforeThePosition() {
        new LogReader(one, 20).deliverAll();
        one.restart();
        one.context.sought.clear(); // the consumer has gone back to the earliest record
        new LogReader(one, 10).deliverAll();
        assertThat(one.rows("SELECT qty FROM $")).hasSize(30);
        assertThat(one.rows("SELECT next_offset AS o FROM direct_offset").get(0))
                .containsEntry("o", "10");
    }
}
