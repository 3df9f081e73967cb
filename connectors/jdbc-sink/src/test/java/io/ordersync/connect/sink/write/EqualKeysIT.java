package io.ordersync.connect.sink.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose keys differ in Kafka, but belong to one row for the database. */
class EqualKeysIT {

    private static final Schema NAMED = SchemaBuilder.struct()
            .field("qty", Schema.INT32_SCHEMA)
            .field("name", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private DirectTask task = new DirectTask("delete.enabled", "true");

    @AfterEach
    void close() {
        task.close();
    }

    static Stream<Arguments> equalKeys() {
        return Stream.of(
                arguments("VARCHAR(50)", Schema.STRING_SCHEMA, "u%d", Schema.STRING_SCHEMA, "U%d"),
                arguments("VARCHAR(50)", Schema.STRING_SCHEMA, "u%d", Schema.STRING_SCHEMA, "u%d "),
                arguments("VARCHAR(50)", Schema.STRING_SCHEMA, "u%d", Schema.STRING_SCHEMA, "ü%d"),
                arguments("VARCHAR(50) COLLATE utf8mb4_bin", Schema.STRING_SCHEMA, "u%d", Schema.STRING_SCHEMA, "u%d "),
                arguments("CHAR(50)", Schema.STRING_SCHEMA, "u%d", Schema.STRING_SCHEMA, "U%d"),
                arguments("INT", Schema.STRING_SCHEMA, "%d", Schema.STRING_SCHEMA, "0%d"),
                arguments("INT", Schema.INT64_SCHEMA, "%d", Schema.STRING_SCHEMA, "0%d"),
                arguments("VARCHAR(50)", Schema.INT32_SCHEMA, "%d", Schema.STRING_SCHEMA, "%d"),
                arguments("DECIMAL(9,2)", Schema.STRING_SCHEMA, "%d", Schema.STRING_SCHEMA, "%d.00"),
                arguments(
                        "UUID",
                        Schema.STRING_SCHEMA,
                        "0190a1b2-c3d4-7e5f-8a6b-0000000000%02d",
                        Schema.STRING_SCHEMA,
                        "0190A1B2-C3D4-7E5F-8A6B-0000000000%02d"),
                arguments(
                        "DATETIME",
                        Schema.STRING_SCHEMA,
                        "2026-01-01 00:00:%02d",
                        Schema.STRING_SCHEMA,
                        "2026-01-01T00:00:%02d"));
    }

    /** Plans are made anew in each round, so that no order of plans helps by luck. */
    @ParameterizedTest(name = "{0}: {2} and {4}")
    @MethodSource("equalKeys")
    void keepsTheOrderOfDeletesAndUpserts(String type, Schema schema, String key, Schema otherSchema, String other) {
        for (int round = 0; round < 8; round++) {
            task.close();
            task = new DirectTask("delete.enabled", "true");
            task.sql("CREATE TABLE $ (id " + type + " PRIMARY KEY, qty INT, v BIGINT)");
            List<SinkRecord> upserts = new ArrayList<>();
            List<SinkRecord> batch = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                upserts.add(item(schema, key.formatted(i), i));
                batch.add(Records.of(schema, value(schema, key.formatted(i)), null, null));
                batch.add(item(otherSchema, other.formatted(i), 100 + i));
            }
            task.put(upserts);
            task.put(batch);
            assertThat(task.context.refused).isEmpty();
            assertThat(task.rows("SELECT qty FROM $ ORDER BY qty"))
                    .extracting(row -> Integer.valueOf(row.get("qty")))
                    .isEqualTo(IntStream.range(100, 140).boxed().toList());
        }
    }

    @Test
    void keepsTheOrderOfRecordsThatMeetInASecondUniqueIndex() {
        for (int round = 0; round < 8; round++) {
            task.close();
            task = new DirectTask("delete.enabled", "true");
            task.sql("CREATE TABLE $ (id VARCHAR(50) PRIMARY KEY, qty INT, name VARCHAR(50) UNIQUE)");
            List<SinkRecord> batch = new ArrayList<>();
            List<SinkRecord> upserts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                upserts.add(named("a" + i, 1, "n" + i));
                batch.add(Records.of(Schema.STRING_SCHEMA, "a" + i, null, null));
                batch.add(named("b" + i, 2, "n" + i));
            }
            task.put(upserts);
            task.put(batch);
            assertThat(task.rows("SELECT id FROM $ WHERE id LIKE 'b%' AND qty = 2"))
                    .hasSize(40);
            assertThat(task.rows("SELECT id FROM $")).hasSize(40);
        }
    }

    @Test
    void insertsEveryRecordOfABatch() {
        task.close();
        task = new DirectTask("insert.mode", "insert");
        task.sql("CREATE TABLE $ (n INT AUTO_INCREMENT PRIMARY KEY, id VARCHAR(50), qty INT, v BIGINT)");
        task.put(Records.item("a", 1, 0), Records.item("a", 2, 1), Records.item("a", 3, 2));
        assertThat(task.rows("SELECT qty FROM $ ORDER BY n"))
                .containsExactly(Map.of("qty", "1"), Map.of("qty", "2"), Map.of("qty", "3"));
    }

    /** The judge is the same task with one record at a time. Some records lack columns that others have. */
    @ParameterizedTest
    @ValueSource(strings = {"u,v,w", "u,U,u ,ü,w,W"})
    void leavesTheSameTableForAnyDivisionIntoBatches(String keys) {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            List<SinkRecord> records = IntStream.range(0, 80)
                    .mapToObj(offset -> anyRecord(random, List.of(keys.split(",")), offset))
                    .toList();
            assertThat(tableAfter(records, 80)).as("round %d", round).isEqualTo(tableAfter(records, 1));
        }
    }

    private List<Map<String, String>> tableAfter(List<SinkRecord> records, int batch) {
        task.close();
        task = new DirectTask("delete.enabled", "true");
        task.sql("CREATE TABLE $ (id VARCHAR(50) PRIMARY KEY, qty INT, v BIGINT, name VARCHAR(50))");
        for (int from = 0; from < records.size(); from += batch) {
            task.put(records.subList(from, Math.min(records.size(), from + batch)));
        }
        return task.rows("SELECT qty, v, name FROM $ ORDER BY qty");
    }

    private static SinkRecord anyRecord(Random random, List<String> keys, int offset) {
        String id = keys.get(random.nextInt(keys.size())) + random.nextInt(3);
        return switch (random.nextInt(3)) {
            case 0 -> Records.of(Schema.STRING_SCHEMA, id, null, null);
            case 1 -> Records.item(id, offset, offset);
            default -> named(id, offset, "n");
        };
    }

    private static SinkRecord named(String id, int qty, String name) {
        return Records.of(
                Schema.STRING_SCHEMA,
                id,
                NAMED,
                new Struct(NAMED).put("qty", qty).put("name", name));
    }

    private static SinkRecord item(Schema keySchema, String key, int qty) {
        return Records.of(keySchema, value(keySchema, key), Records.ITEM, new Struct(Records.ITEM).put("qty", qty));
    }

    private static Object value(Schema schema, String text) {
        return switch (schema.type()) {
            case INT32 -> (Object) Integer.valueOf(text);
            case INT64 -> (Object) Long.valueOf(text);
            default -> text;
        };
    }
}
