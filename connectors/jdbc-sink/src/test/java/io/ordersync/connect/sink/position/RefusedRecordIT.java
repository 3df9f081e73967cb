package io.ordersync.connect.sink.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The position passes a refused record only when the record is among the dead letters. */
class RefusedRecordIT {

    private static final List<SinkRecord> BATCH =
            List.of(Records.item("a", 1, 0), Records.item("refused", 1000, 1), Records.item("b", 2, 2));

    private final DirectTask task = new DirectTask("offsets.table", "refused_offset");

    @BeforeEach
    void createTable() {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, qty INT CHECK (qty < 100), v BIGINT)");
    }

    @AfterEach
    void close() {
        task.close();
        task.sql("DROP TABLE refused_offset");
    }

    @Test
    void isReportedOnceWhileItsDeadLetterIsOnItsWay() {
        CompletableFuture<Void> letter = new CompletableFuture<>();
        task.context.report = letter;
        task.call(BATCH);
        assertThat(task.rows("SELECT id FROM $")).isEmpty();
        letter.complete(null);
        task.put(List.of());
        assertThat(task.rows("SELECT id FROM $")).hasSize(2);
        assertThat(task.rows("SELECT next_offset AS o FROM refused_offset").get(0))
                .containsEntry("o", "3");
        assertThat(task.context.reports).isEqualTo(1);
    }

    /** The letter may be there twice then, but it is never missing. */
    @Test
    void isReportedAgainAfterACrashBeforeTheCommit() {
        task.context.report = new CompletableFuture<>();
        task.call(BATCH);
        assertThat(task.context.reports).isEqualTo(1);
        task.restart();
        task.put(BATCH);
        assertThat(task.context.reports).isEqualTo(1);
        assertThat(task.rows("SELECT id FROM $")).hasSize(2);
    }

    /** The rows of a large batch are staged in a temporary table, and no statement about that may commit the position. */
    @Test
    void positionOfALargeBatchIsCommittedWithItsRows() {
        List<SinkRecord> batch = new ArrayList<>();
        for (int offset = 0; offset < 300; offset++) {
            batch.add(Records.item("k" + offset, 1, offset));
        }
        batch.add(new SinkRecord("items", 0, Schema.STRING_SCHEMA, "tombstone", null, null, 300));
        CompletableFuture<Void> letter = new CompletableFuture<>();
        task.context.report = letter;
        task.call(batch);
        assertThat(task.context.reports).isEqualTo(1);
        assertThat(task.rows("SELECT * FROM refused_offset")).isEmpty();
        assertThat(task.rows("SELECT id FROM $")).isEmpty();
        letter.complete(null);
        task.put(List.of());
        assertThat(task.rows("SELECT id FROM $")).hasSize(300);
        assertThat(task.rows("SELECT next_offset AS o FROM refused_offset").get(0))
                .containsEntry("o", "301");
        assertThat(task.context.metric("position", Map.of("topic", "items", "partition", "0")))
                .isEqualTo(301);
    }
}
