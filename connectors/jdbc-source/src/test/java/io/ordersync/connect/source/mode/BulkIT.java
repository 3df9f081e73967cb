package io.ordersync.connect.source.mode;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.source.testing.DirectSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mode bulk on a real database. */
class BulkIT {

    private final DirectSource source = new DirectSource("mode", "bulk", "batch.max.rows", "10");

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void readsTheWholeTableAgainAndAgain() {
        source.sql("CREATE TABLE $ (v INT)", "INSERT INTO $ SELECT seq FROM seq_1_to_25")
                .start();
        assertThat(source.next(25, "v")).hasSize(25).doesNotHaveDuplicates();
        source.sql("UPDATE $ SET v = 100 WHERE v = 1", "DELETE FROM $ WHERE v = 2");
        // A read that has begun before the change may come first.
        List<Struct> rows = source.next(25 + 24);
        assertThat(rows.subList(rows.size() - 24, rows.size()).stream().map(row -> row.get("v")))
                .contains(100)
                .doesNotContain(1, 2)
                .doesNotHaveDuplicates();
    }

    /** Rows that are inserted while the table is read belong to the next read. */
    @Test
    void aReadIsTheTableAtOneTime() {
        source.sql("CREATE TABLE $ (v INT)", "INSERT INTO $ SELECT seq FROM seq_1_to_5000")
                .start();
        source.next(1);
        source.sql("INSERT INTO $ SELECT seq FROM seq_5001_to_5100");
        List<SourceRecord> records = new ArrayList<>();
        while (records.isEmpty() || !isLast(records.get(records.size() - 1))) {
            records.addAll(source.poll());
        }
        assertThat(records).noneMatch(record -> ((Struct) record.value()).getInt32("v") > 5000);
        assertThat(records.get(records.size() - 1).sourceOffset().get("bulk.rows"))
                .isEqualTo(5000L);
    }

    @Test
    void beginsWithTheFirstRowAgainAfterACrash() {
        source.sql("CREATE TABLE $ (v INT PRIMARY KEY)", "INSERT INTO $ SELECT seq FROM seq_1_to_35")
                .start();
        source.next(10);
        source.start();
        assertThat(source.next(35, "v").subList(0, 35)).doesNotHaveDuplicates().hasSize(35);
    }

    @Test
    void readsAnEmptyTable() {
        source.sql("CREATE TABLE $ (v INT)").start();
        assertThat(source.nextPolls(3)).isEmpty();
        source.sql("INSERT INTO $ VALUES (1)");
        assertThat(source.next(1, "v")).contains(1);
    }

    private static boolean isLast(SourceRecord record) {
        return record.sourceOffset().get("bulk.complete").equals(true);
    }
}
