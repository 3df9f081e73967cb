package io.ordersync.connect.sink.write.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Staged rows leave the same table, and the same refused records, as rows in multi-row statements. */
class EqualTablesIT {

    private static final int ROWS = 120;

    private long offset;

    static Stream<ColumnSample> columns() {
        return ColumnSample.all().stream();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void storeAndRefuseTheSameValuesOfEveryType(ColumnSample column) {
        Random random = new Random(1);
        try (TwoWays ways = new TwoWays("id INT PRIMARY KEY, x " + column.column())) {
            List<Object> values = new ArrayList<>(column.good());
            values.add(null);
            ways.put(batch(column, values));
            assertThat(ways.refused()).isZero();
            assertThat(ways.stagedRows()).isEqualTo(column.isStaged() ? ROWS : 0);
            ways.put(batch(column, values)); // updates of the same rows
            assertThat(ways.stagedRows()).isEqualTo(column.isStaged() ? 2 * ROWS : 0);
            for (Object bad : column.bad()) {
                refuseOnly(bad, column, ways);
            }
            ways.put(batch(
                    column,
                    Stream.generate(() -> column.random().apply(random))
                            .limit(ROWS)
                            .toList()));
        }
    }

    private void refuseOnly(Object bad, ColumnSample column, TwoWays ways) {
        List<Object> values = new ArrayList<>(Collections.nCopies(ROWS - 1, null));
        values.add(bad);
        ways.restart();
        ways.put(batch(column, values));
        assertThat(ways.refused()).as("refused: %s", bad).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tinyint", "bit(4)", "decimal(65,2)", "varchar(64)", "blob", "uuid", "date", "json"})
    void refuseNullInAColumnThatMustNotBeNull(String type) {
        ColumnSample column = ColumnSample.all().stream()
                .filter(sample -> sample.column().equals(type))
                .findFirst()
                .orElseThrow();
        try (TwoWays ways = new TwoWays("id INT PRIMARY KEY, x " + type + " NOT NULL")) {
            List<Object> values =
                    new ArrayList<>(Collections.nCopies(ROWS, column.good().get(0)));
            ways.put(batch(column, values));
            values.set(7, null);
            ways.put(batch(column, values));
            assertThat(ways.refused()).isEqualTo(1);
        }
    }

    static Stream<Arguments> seeds() {
        return new Random(5)
                .longs(8)
                .boxed()
                .flatMap(seed -> Stream.of(
                        Arguments.of(seed, new String[] {"insert.mode", "upsert"}),
                        Arguments.of(seed, new String[] {"insert.mode", "upsert", "version.field", "v"}),
                        Arguments.of(seed, new String[] {"insert.mode", "insert"})));
    }

    /** Keys in upper and lower case are one row for this collation, so that rows of a batch depend on their order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void areTheSameAfterAnySequenceOfBatches(long seed, String[] options) {
        Random random = new Random(seed);
        List<ColumnSample> columns = ColumnSample.all();
        Collections.shuffle(columns, random);
        columns.removeIf(column -> !column.isStaged());
        List<ColumnSample> some = columns.subList(0, 8);
        boolean isCaseSensitive = random.nextBoolean();
        StringBuilder definition = new StringBuilder("id VARCHAR(20) COLLATE "
                + (isCaseSensitive ? "utf8mb4_nopad_bin" : "utf8mb4_general_ci") + " PRIMARY KEY, v BIGINT");
        SchemaBuilder schema = SchemaBuilder.struct().field("v", Schema.INT64_SCHEMA);
        for (int i = 0; i < some.size(); i++) {
            definition.append(", x").append(i).append(" ").append(some.get(i).column());
            schema.field("x" + i, some.get(i).schema());
        }
        definition.append(", filled VARCHAR(9) DEFAULT 'default', sum BIGINT AS (v * 2) STORED, CHECK (v % 50 <> 13)");
        Schema value = schema.build();
        try (TwoWays ways = new TwoWays(definition.toString(), options)) {
            for (int batch = 0; batch < 12; batch++) {
                boolean isGood = batch % 3 != 2;
                List<SinkRecord> records = new ArrayList<>();
                for (int i = 100 + random.nextInt(100); i > 0; i--) {
                    records.add(record(random, some, value, isGood, options[1].equals("insert")));
                }
                ways.put(records);
            }
            assertThat(ways.stagedRows()).isPositive();
        }
    }

    private SinkRecord record(
            Random random, List<ColumnSample> columns, Schema schema, boolean isGood, boolean isInsert) {
        int number = isInsert && isGood ? 1000 + (int) offset : random.nextInt(400);
        String id = (random.nextBoolean() ? "k" : "K") + number;
        long version = isGood ? 50L * random.nextInt(30) : random.nextInt(1000);
        Struct value = new Struct(schema).put("v", version);
        for (int i = 0; i < columns.size(); i++) {
            value.put("x" + i, isGood ? good(random, columns.get(i)) : any(random, columns.get(i)));
        }
        return record(id, schema, value);
    }

    private static Object good(Random random, ColumnSample column) {
        int choice = random.nextInt(column.good().size() + 1);
        return choice == column.good().size() ? null : column.good().get(choice);
    }

    private static Object any(Random random, ColumnSample column) {
        return switch (random.nextInt(40)) {
            case 0 ->
                column.bad().isEmpty()
                        ? null
                        : column.bad().get(random.nextInt(column.bad().size()));
            case 1 -> column.random().apply(random);
            default -> good(random, column);
        };
    }

    private List<SinkRecord> batch(ColumnSample column, List<?> values) {
        Schema schema = SchemaBuilder.struct().field("x", column.schema()).build();
        List<SinkRecord> records = new ArrayList<>();
        for (int id = 0; id < ROWS; id++) {
            Struct value = new Struct(schema).put("x", values.get(id % values.size()));
            records.add(new SinkRecord("items", 0, Schema.INT32_SCHEMA, id, schema, value, offset++));
        }
        return records;
    }

    private SinkRecord record(String id, Schema schema, Struct value) {
        return new SinkRecord("items", 0, Schema.STRING_SCHEMA, id, schema, value, offset++);
    }
}
