package io.ordersync.connect.sink.write.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** When the sink stages rows, and what it leaves behind. */
class StagingChoiceIT {

    private static final String TABLE = "CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, qty INT, v BIGINT)";

    private final TestStack stack = TestStack.running();

    @Test
    void stagesLargeBatchesOnly() {
        try (DirectTask task = new DirectTask()) {
            task.sql(TABLE);
            task.put(batch(0, 99));
            assertThat(staged(task)).isZero();
            task.put(batch(0, 100));
            assertThat(staged(task)).isEqualTo(100);
        }
    }

    @Test
    void stagesRowsOfViews() {
        try (DirectTask task = new DirectTask()) {
            task.sql("CREATE TABLE " + task.table + "_base (id VARCHAR(40) PRIMARY KEY, qty INT, v BIGINT)");
            task.sql("CREATE VIEW $ AS SELECT * FROM " + task.table + "_base");
            task.put(batch(0, 200));
            task.put(batch(0, 200));
            assertThat(staged(task)).isEqualTo(400);
            assertThat(task.rows("SELECT 1 FROM $")).hasSize(200);
            task.sql("DROP VIEW $");
            task.sql("DROP TABLE " + task.table + "_base");
        }
    }

    @Test
    void longTextsAreStagedIfTheServerHasTheMemory() {
        try (DirectTask task = new DirectTask("auto.create", "true")) {
            task.put(texts(120, 40)); // the columns grow
            task.put(texts(120, 900));
            task.put(texts(120, 20));
            assertThat(staged(task)).isEqualTo(360);
            task.put(texts(120, 40_000));
            assertThat(staged(task)).isEqualTo(360);
            task.put(texts(120, 60));
            assertThat(staged(task)).isEqualTo(480);
            assertThat(task.rows("SELECT 1 FROM $ WHERE LENGTH(note) = 60")).hasSize(120);
        }
    }

    @Test
    void optionTurnsStagingOff() {
        try (DirectTask task = new DirectTask("write.staging", "off")) {
            writesWithoutStaging(task, TABLE);
        }
    }

    @Test
    void doesNotStageIfTheDriverMayNotLoad() {
        try (DirectTask task = new DirectTask("connection.allowLocalInfile", "false")) {
            writesWithoutStaging(task, TABLE);
        }
    }

    @Test
    void doesNotStageRowsThatTheServerNumbers() {
        try (DirectTask task = new DirectTask("insert.mode", "insert", "pk.mode", "none", "pk.fields", null)) {
            writesWithoutStaging(task, "CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, qty INT, v BIGINT)");
            assertThat(task.rows("SELECT 1 FROM $ WHERE id <> qty + 1")).isEmpty();
        }
    }

    @Test
    void doesNotStageWithoutTheRight() {
        stack.sql("REVOKE CREATE TEMPORARY TABLES ON mydb.* FROM orders_sink");
        try (DirectTask task = new DirectTask()) {
            writesWithoutStaging(task, TABLE);
        } finally {
            stack.sql("GRANT CREATE TEMPORARY TABLES ON mydb.* TO orders_sink");
        }
    }

    @Test
    void doesNotStageIfTheServerForbidsToLoad() {
        stack.sql("SET GLOBAL local_infile = OFF");
        try (DirectTask task = new DirectTask()) {
            writesWithoutStaging(task, TABLE);
        } finally {
            stack.sql("SET GLOBAL local_infile = ON");
        }
    }

    /** Such a binary log would hold the temporary table, which a replica loses when it restarts. */
    @Test
    void doesNotStageIfTheBinaryLogHoldsStatements() {
        stack.sql("SET GLOBAL binlog_format = MIXED");
        try (DirectTask task = new DirectTask()) {
            writesWithoutStaging(task, TABLE);
        } finally {
            stack.sql("SET GLOBAL binlog_format = ROW");
        }
    }

    @Test
    void continuesWithoutStagingWhenTheServerForbidsToLoadMeanwhile() {
        try (DirectTask task = new DirectTask()) {
            task.sql(TABLE);
            task.put(batch(0, 100));
            stack.sql("SET GLOBAL local_infile = OFF");
            try {
                task.put(batch(100, 100));
            } finally {
                stack.sql("SET GLOBAL local_infile = ON");
            }
            assertThat(staged(task)).isEqualTo(100);
            assertThat(task.rows("SELECT 1 FROM $")).hasSize(200);
            assertThat(task.context.refused).isEmpty();
        }
    }

    /** Debezium takes the rows of a transaction that is rolled back in the binary log for committed. */
    @Test
    void binaryLogHoldsRowsOfCommittedTransactionsOnly() {
        try (DirectTask task = new DirectTask()) {
            task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, qty INT CHECK (qty <> 150), v BIGINT)");
            Map<String, String> begin = stack.rows("SHOW MASTER STATUS").get(0);
            List<SinkRecord> first = batch(100, 100); // one is refused, after the temporary table was made
            first.add(0, onlyQty("other", 1)); // in a statement of its own, which succeeds before
            task.put(first);
            task.put(batch(0, 100));
            task.put(batch(200, 100));
            List<String> events = stack
                    .rows("SHOW BINLOG EVENTS IN '%s' FROM %s".formatted(begin.get("File"), begin.get("Position")))
                    .stream()
                    .map(event -> event.get("Event_type") + " " + event.get("Info"))
                    .toList();
            assertThat(events).filteredOn(event -> event.contains("COMMIT")).hasSize(3);
            assertThat(events).noneMatch(event -> event.matches("Query (?!SAVEPOINT).*"));
            assertThat(task.rows("SELECT 1 FROM $")).hasSize(300);
        }
    }

    private static void writesWithoutStaging(DirectTask task, String table) {
        task.sql(table);
        task.put(batch(0, 200));
        assertThat(staged(task)).isZero();
        assertThat(task.rows("SELECT 1 FROM $")).hasSize(200);
        assertThat(task.context.refused).isEmpty();
    }

    private static long staged(DirectTask task) {
        return task.context.metric("rows-staged-total");
    }

    private static List<SinkRecord> texts(int size, int length) {
        Schema schema =
                SchemaBuilder.struct().field("note", Schema.STRING_SCHEMA).build();
        List<SinkRecord> records = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Struct value = new Struct(schema).put("note", "x".repeat(length));
            records.add(new SinkRecord("items", 0, Schema.STRING_SCHEMA, "k" + i, schema, value, i));
        }
        return records;
    }

    private static SinkRecord onlyQty(String id, int qty) {
        Schema schema = SchemaBuilder.struct().field("qty", Schema.INT32_SCHEMA).build();
        return new SinkRecord("items", 0, Schema.STRING_SCHEMA, id, schema, new Struct(schema).put("qty", qty), 0);
    }

    private static List<SinkRecord> batch(int from, int size) {
        List<SinkRecord> records = new ArrayList<>();
        for (int i = from; i < from + size; i++) {
            records.add(Records.item("k" + i, i, i));
        }
        return records;
    }
}
