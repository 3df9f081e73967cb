package io.ordersync.connect.source.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.source.testing.DirectSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several rows with one id, as a query returns them that joins tables. */
class RepeatedIdsIT {

    private static final int ROWS = 100;

    private final DirectSource source = new DirectSource("batch.max.rows", "10", "incrementing.column.name", "id");

    @AfterEach
    void close() {
        source.close();
    }

    /** Three rows have one id, and 30 rows another one, which are more than a page. A task stops after any record. */
    @ParameterizedTest
    @ValueSource(strings = {"incrementing", "timestamp+incrementing"})
    void passesOverNoRow(String mode) {
        source.sql(
                        "CREATE TABLE $ (v INT PRIMARY KEY, id INT NOT NULL, changed TIMESTAMP NOT NULL DEFAULT '2026-01-01')",
                        "INSERT INTO $ (v, id) SELECT seq, IF(seq BETWEEN 41 AND 70, 20, seq DIV 3) FROM seq_1_to_"
                                + ROWS)
                .change("mode", mode, "timestamp.column.name", mode.equals("incrementing") ? null : "changed")
                .start();
        Set<Object> sent = new TreeSet<>();
        for (int stop = 0; sent.size() < ROWS; stop++) {
            List<SourceRecord> page =
                    await().atMost(Duration.ofSeconds(20)).until(source::poll, rows -> !rows.isEmpty());
            int committed = stop % 2 == 0 ? Math.min(4, page.size()) : page.size();
            for (SourceRecord record : page.subList(0, committed)) {
                sent.add(((Struct) record.value()).get("v"));
                source.commit(record);
            }
            source.start();
        }
        assertThat(sent).hasSize(ROWS);
    }

    @Test
    void rowsWithoutAnIdDoNotHoldUpOthers() {
        source.sql(
                        "CREATE TABLE $ (v INT PRIMARY KEY, id INT)",
                        "INSERT INTO $ SELECT seq, IF(seq <= 50, NULL, seq) FROM seq_1_to_" + ROWS)
                .change("validate.non.null", "false")
                .start();
        assertThat(source.next(50, "v")).hasSize(50).doesNotHaveDuplicates();
    }
}
