package io.ordersync.connect.sink.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.stack.testing.connect.TestStack;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that a real database refuses, one by one and in large batches. */
class FaultsIT {

    private final TestStack stack = TestStack.running();
    private DirectTask task = new DirectTask();

    @AfterEach
    void close() {
        task.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("x VARCHAR(3)", Schema.STRING_SCHEMA, "long", "ok"),
                arguments("x TINYINT", Schema.INT32_SCHEMA, 128, 1),
                arguments("x INT UNSIGNED", Schema.INT32_SCHEMA, -1, 1),
                arguments("x INT NOT NULL", Schema.OPTIONAL_INT32_SCHEMA, null, 1),
                arguments("x INT CHECK (x > 0)", Schema.INT32_SCHEMA, 0, 1),
                arguments(
                        "x VARCHAR(10), FOREIGN KEY (x) REFERENCES parents (id)", Schema.STRING_SCHEMA, "orphan", "p"),
                arguments("x UUID", Schema.STRING_SCHEMA, "no uuid", "0190a1b2-c3d4-7e5f-8a6b-112233445566"),
                arguments("x DATETIME(3)", Schema.STRING_SCHEMA, "2026-02-30 00:00:00", "2026-02-28 00:00:00"),
                arguments("x DATE", Schema.STRING_SCHEMA, "0000-00-00", "2026-02-28"),
                arguments("x INT", Schema.STRING_SCHEMA, "12x", "12"),
                arguments("x DECIMAL(4,2)", Decimal.schema(2), new BigDecimal("100.00"), new BigDecimal("1.00")),
                arguments("x ENUM('a')", Schema.STRING_SCHEMA, "b", "a"),
                arguments("x JSON", Schema.STRING_SCHEMA, "{", "{}"),
                arguments("x VARCHAR(10) CHARACTER SET latin1", Schema.STRING_SCHEMA, "물", "ok"),
                arguments("x INT, y INT NOT NULL", Schema.INT32_SCHEMA, 1, null),
                arguments("x INT AS (1)", Schema.INT32_SCHEMA, 2, null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesOnlyTheInvalidRow(String column, Schema schema, Object bad, Object good) {
        stack.sql(
                "CREATE TABLE IF NOT EXISTS parents (id VARCHAR(10) PRIMARY KEY)", "REPLACE INTO parents VALUES ('p')");
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, " + column + ")");
        SinkRecord refused = record("bad", schema, bad);
        if (good == null) {
            task.put(refused);
            assertThat(task.rows("SELECT id FROM $")).isEmpty();
        } else {
            task.put(record("a", schema, good), refused, record("z", schema, good instanceof Integer ? 2 : good));
            assertThat(task.rows("SELECT id FROM $ WHERE id IN ('a', 'z')")).hasSize(2);
        }
        assertThat(task.context.refused).containsOnlyKeys(refused);
        assertThat(task.context.refused.get(refused)).hasMessageContainingAll("key bad", task.table, "[error");
    }

    @Test
    void refusesARowThatATriggerRejects() {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, x INT)");
        task.sql("CREATE TRIGGER " + task.table + "_t BEFORE INSERT ON $ FOR EACH ROW"
                + " BEGIN IF NEW.x = 7 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no sevens'; END IF; END");
        SinkRecord seven = record("bad", Schema.INT32_SCHEMA, 7);
        task.put(record("a", Schema.INT32_SCHEMA, 1), seven);
        assertThat(task.rows("SELECT id FROM $")).hasSize(1);
        assertThat(task.context.refused.get(seven)).hasMessageContaining("no sevens");
    }

    @Test
    void refusesARowLargerThanMaxAllowedPacket() {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, x LONGTEXT)");
        String limit = task.rows("SELECT @@max_allowed_packet AS bytes").get(0).get("bytes");
        SinkRecord large = record("bad", Schema.STRING_SCHEMA, "x".repeat(Integer.parseInt(limit)));
        task.put(record("a", Schema.STRING_SCHEMA, "1"), large, record("b", Schema.STRING_SCHEMA, "2"));
        assertThat(task.rows("SELECT id FROM $")).hasSize(2);
        assertThat(task.context.refused).containsOnlyKeys(large);
    }

    @Test
    void writesABatchLargerThanMaxAllowedPacket() {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, x LONGTEXT)");
        task.put(IntStream.range(0, 50)
                .mapToObj(i -> record("k" + i, Schema.STRING_SCHEMA, "물".repeat(300_000)))
                .toList());
        assertThat(task.rows("SELECT COUNT(*) AS n FROM $").get(0)).containsEntry("n", "50");
        assertThat(task.context.refused).isEmpty();
    }

    @Test
    void refusesASecondInsertOfAKey() {
        task.close();
        task = new DirectTask("insert.mode", "insert");
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, x INT)");
        SinkRecord second = record("a", Schema.INT32_SCHEMA, 2);
        task.put(record("a", Schema.INT32_SCHEMA, 1));
        task.put(second, record("b", Schema.INT32_SCHEMA, 3));
        assertThat(task.rows("SELECT x FROM $ ORDER BY x")).containsExactly(Map.of("x", "1"), Map.of("x", "3"));
        assertThat(task.context.refused).containsOnlyKeys(second);
    }

    @Test
    void insertsEachRowOnceWhenABatchOfSeveralStatementsIsRepeated() {
        task.close();
        task = new DirectTask("insert.mode", "insert", "pk.mode", "none", "pk.fields", "");
        task.sql("CREATE TABLE $ (qty INT CHECK (qty < 100), v BIGINT, x INT)");
        SinkRecord refused = Records.item("ignored", 100, 9);
        List<SinkRecord> records = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            records.add(Records.item("ignored", i, i));
            records.add(record("ignored", Schema.INT32_SCHEMA, i));
        }
        records.add(refused);
        task.put(records);
        assertThat(task.rows("SELECT COUNT(*) AS n FROM $").get(0)).containsEntry("n", "20");
        assertThat(task.context.refused).containsOnlyKeys(refused);
    }

    @Test
    void findsManyInvalidRowsInALargeBatch() {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, x INT CHECK (x % 3 <> 0))");
        List<SinkRecord> records = IntStream.range(0, 2000)
                .mapToObj(i -> record("k" + i, Schema.INT32_SCHEMA, i))
                .toList();
        task.put(records);
        assertThat(task.rows("SELECT COUNT(*) AS n FROM $").get(0)).containsEntry("n", "1333");
        assertThat(task.context.refused).hasSize(667);
    }

    private static SinkRecord record(String id, Schema schema, Object value) {
        Schema struct = SchemaBuilder.struct().field("x", schema).build();
        return Records.of(Schema.STRING_SCHEMA, id, struct, new Struct(struct).put("x", value));
    }
}
