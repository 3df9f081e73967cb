package io.ordersync.connect.sink;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.stack.testing.connect.TestStack;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics of a task after batches with a known result. */
class MetricsIT {

    private final DirectTask task =
            new DirectTask("delete.enabled", "true", "version.field", "v", "transforms.o.offset.field", "v");

    @BeforeEach
    void createTable() {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, qty INT CHECK (qty < 100), v BIGINT)");
        task.sql("INSERT INTO $ VALUES ('newer', 1, 1000), ('deleted', 1, 0)");
    }

    @AfterEach
    void close() {
        task.close();
    }

    @Test
    void countsWrittenDeletedStaleAndRefusedRows() {
        task.put(batch(0));
        assertThat(task.context.metric("rows-written-total")).isEqualTo(2);
        assertThat(task.context.metric("rows-stale-total")).isEqualTo(1);
        assertThat(task.context.metric("rows-deleted-total")).isEqualTo(1);
        assertThat(task.context.metric("rows-refused-total")).isZero();
        assertThat(task.context.metric("batches-total")).isEqualTo(1);
        assertThat(task.context.metric("batch-records-total")).isEqualTo(5);
        assertThat(task.context.metric("outage-time-ms-total")).isZero();
    }

    @Test
    void countsEachRowOnceWhenABatchIsRepeated() {
        List<SinkRecord> records = batch(0);
        records.add(2, Records.item("refused", 100, 9));
        task.put(records);
        assertThat(task.context.metric("rows-written-total")).isEqualTo(2);
        assertThat(task.context.metric("rows-stale-total")).isEqualTo(1);
        assertThat(task.context.metric("rows-deleted-total")).isEqualTo(1);
        assertThat(task.context.metric("rows-refused-total")).isEqualTo(1);
    }

    /** InnoDB rolls back the transaction of the task, because the other one has changed more rows. */
    @Test
    void countsEachRowOnceAfterADeadlock() throws Exception {
        List<SinkRecord> records = batch(0);
        try (Connection other = TestStack.running().mariaDb().connectAsRoot();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO " + task.table + " SELECT seq, 0, 0 FROM seq_1_to_100");
            statement.execute("INSERT INTO " + task.table + " VALUES ('b', 0, 0)");
            CompletableFuture<Void> put = CompletableFuture.runAsync(() -> task.put(records));
            await().until(this::waitsForALock);
            statement.execute("INSERT INTO " + task.table + " VALUES ('a', 0, 0)");
            other.commit();
            put.get(20, TimeUnit.SECONDS);
        }
        assertThat(task.rows("SELECT id FROM $ WHERE id IN ('a', 'b') AND qty = 1"))
                .hasSize(2);
        assertThat(task.context.metric("rows-written-total")).isEqualTo(2);
        assertThat(task.context.metric("rows-stale-total")).isEqualTo(1);
        assertThat(task.context.metric("outage-time-ms-total")).isZero();
    }

    private boolean waitsForALock() {
        return !task.rows("SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
                        + " AND trx_query LIKE 'INSERT INTO $%'")
                .isEmpty();
    }

    private static List<SinkRecord> batch(long offset) {
        return new ArrayList<>(List.of(
                Records.item("a", 1, offset),
                Records.item("newer", 2, offset + 1),
                Records.item("b", 1, offset + 2),
                new SinkRecord("items", 0, Schema.STRING_SCHEMA, "deleted", null, null, offset + 3),
                new SinkRecord("items", 0, Schema.STRING_SCHEMA, "absent", null, null, offset + 4)));
    }
}
