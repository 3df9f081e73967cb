package io.ordersync.connect.sink.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.stack.testing.connect.TestStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Records that ask for something impossible are refused, whatever the error; the sink does not wait for the database. */
class BlameIT {

    private static final Schema GOOD =
            SchemaBuilder.struct().field("qty", Schema.INT32_SCHEMA).build();

    private final TestStack stack = TestStack.running();
    private DirectTask task = new DirectTask("auto.create", "true", "auto.evolve", "true");

    @AfterEach
    void close() {
        task.close();
    }

    static Stream<Arguments> impossibleFields() {
        return Stream.of(
                arguments("the name of another field in capitals", List.of("QTY"), Schema.OPTIONAL_INT32_SCHEMA),
                arguments("two new names that are equal", List.of("Size", "sIZE"), Schema.OPTIONAL_INT32_SCHEMA),
                arguments("a blank at the end", List.of("size "), Schema.OPTIONAL_INT32_SCHEMA),
                arguments("a name of 65 characters", List.of("s".repeat(65)), Schema.OPTIONAL_INT32_SCHEMA),
                arguments("an emoji", List.of("size\uD83D\uDE00"), Schema.OPTIONAL_INT32_SCHEMA),
                arguments("half a surrogate pair", List.of("size\uD83D"), Schema.OPTIONAL_INT32_SCHEMA),
                arguments("a zero character", List.of("si\0ze"), Schema.OPTIONAL_INT32_SCHEMA),
                arguments("too many columns", names(1100), Schema.OPTIONAL_INT32_SCHEMA),
                arguments(
                        "too large a row",
                        names(80),
                        SchemaBuilder.string()
                                .name("io.debezium.data.Enum")
                                .optional()
                                .build()),
                arguments(
                        "a default that is out of range",
                        List.of("size"),
                        Decimal.builder(0)
                                .defaultValue(new BigDecimal("9".repeat(70)))
                                .build()),
                arguments(
                        "bits without a length",
                        List.of("size"),
                        SchemaBuilder.bytes()
                                .name("io.debezium.data.Bits")
                                .optional()
                                .build()),
                arguments(
                        "a scale that is not a number",
                        List.of("size"),
                        SchemaBuilder.bytes()
                                .name(Decimal.LOGICAL_NAME)
                                .parameter("scale", "many")
                                .optional()
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossibleFields")
    void refusesARecordThatNeedsAnImpossibleColumn(String what, List<String> names, Schema schema) {
        SchemaBuilder builder = SchemaBuilder.struct().field("qty", Schema.INT32_SCHEMA);
        names.forEach(name -> builder.field(name, schema));
        Schema struct = builder.build();
        SinkRecord first = record("first", 0, struct);
        SinkRecord bad = record("bad", 3, struct);

        task.put(first);
        task.put(record("a", 1, GOOD), record("b", 2, GOOD), bad, record("c", 4, GOOD));

        assertThat(task.rows("SELECT id FROM $ ORDER BY id"))
                .extracting(row -> row.get("id"))
                .containsExactly("a", "b", "c");
        assertThat(task.context.refused).containsOnlyKeys(first, bad);
        assertThat(task.context.refused.get(bad)).hasMessageContaining("partition 0, offset 3, key bad, table");
    }

    /** MariaDB keeps the two letters apart, although both are the small and the capital form of one letter. */
    @Test
    void addsAColumnForANameThatTheDatabaseKeepsApart() {
        task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, `ς` INT)");
        Schema struct = SchemaBuilder.struct()
                .field("ς", Schema.OPTIONAL_INT32_SCHEMA)
                .field("Σ", Schema.OPTIONAL_INT32_SCHEMA)
                .build();
        task.put(Records.of(
                Schema.STRING_SCHEMA,
                "a",
                struct,
                new Struct(struct).put("ς", 1).put("Σ", 2)));
        assertThat(task.context.refused).isEmpty();
        assertThat(task.rows("SELECT `ς` AS small, `Σ` AS capital FROM $"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("small", "1").containsEntry("capital", "2"));
    }

    @Test
    void writesEachFieldToTheColumnOfItsOwnName() {
        task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, i INT, `ı` INT)");
        Schema struct = SchemaBuilder.struct()
                .field("ı", Schema.INT32_SCHEMA)
                .field("i", Schema.INT32_SCHEMA)
                .build();
        task.put(Records.of(
                Schema.STRING_SCHEMA,
                "a",
                struct,
                new Struct(struct).put("ı", 1).put("i", 2)));
        assertThat(task.rows("SELECT i, `ı` AS dotless FROM $"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("i", "2").containsEntry("dotless", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"`", "a`b", "a'b", "a\"b", "a\\", "a?b", "{ts}", "a;b", "a--b", "a/*b", "select", "a.b", "ä", "물"
            })
    void storesFieldsWithUnusualNames(String name) {
        Schema struct = SchemaBuilder.struct()
                .field("qty", Schema.INT32_SCHEMA)
                .field(name, Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Struct value = new Struct(struct).put("qty", 1).put(name, "it's {d} ? \\");
        task.put(record("a", 0, GOOD));
        task.put(Records.of(Schema.STRING_SCHEMA, "b", struct, value));
        assertThat(task.context.refused).isEmpty();
        assertThat(task.rows("SELECT * FROM $ WHERE id = 'b'").get(0)).containsValue("it's {d} ? \\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "dots", "slash", "blank", "empty"})
    void refusesARecordWhoseTopicIsNoNameOfATable(String kind) {
        String unique = "t" + UUID.randomUUID().toString().substring(0, 8);
        String topic = switch (kind) {
            case "long" -> unique + "x".repeat(60);
            case "dots" -> unique + ".".repeat(55);
            case "slash" -> unique + "/\\ ";
            case "blank" -> unique + " ";
            default -> "";
        };
        // The server cannot tell that the file of a missing table would have too long a name.
        for (String create : kind.equals("dots") ? List.of("true") : List.of("true", "false")) {
            task.close();
            task = new DirectTask("auto.create", create, "table.name.format", "${topic}");
            stack.sql("CREATE TABLE IF NOT EXISTS `" + unique + "` (id VARCHAR(40) PRIMARY KEY, qty INT)");
            SinkRecord bad =
                    new SinkRecord(topic, 0, Schema.STRING_SCHEMA, "bad", GOOD, new Struct(GOOD).put("qty", 1), 7);
            SinkRecord good = new SinkRecord(
                    unique, 0, Schema.STRING_SCHEMA, "good" + create, GOOD, new Struct(GOOD).put("qty", 1), 8);

            task.put(bad, good);

            assertThat(task.context.refused).containsOnlyKeys(bad);
            assertThat(task.context.refused.get(bad)).hasMessageContaining("offset 7, key bad");
        }
        assertThat(stack.rows("SELECT id FROM `" + unique + "`")).isNotEmpty();
        stack.sql("DROP TABLE `" + unique + "`");
    }

    @Test
    void refusesARecordWithTooManyKeyColumns() {
        SchemaBuilder builder = SchemaBuilder.struct();
        names(40).forEach(name -> builder.field(name, Schema.INT32_SCHEMA));
        Schema key = builder.build();
        Struct parts = new Struct(key);
        names(40).forEach(name -> parts.put(name, 1));
        task.close();
        task = new DirectTask("auto.create", "true", "pk.fields", "");
        SinkRecord bad = Records.of(key, parts, GOOD, new Struct(GOOD).put("qty", 1));
        task.put(bad);
        assertThat(task.context.refused).containsOnlyKeys(bad);
    }

    /** A trigger can raise any error; no list has this one. */
    @Test
    void refusesTheRowThatProvokesAnUnlistedError() {
        task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, qty INT)");
        task.sql("CREATE TRIGGER " + task.table + "_t BEFORE INSERT ON $ FOR EACH ROW BEGIN IF NEW.qty = 7 THEN"
                + " SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 31999, MESSAGE_TEXT = 'no sevens'; END IF; END");
        SinkRecord alone = record("alone", 7, GOOD);
        SinkRecord among = record("among", 7, GOOD);
        task.put(alone);
        task.put(record("a", 1, GOOD), among, record("b", 2, GOOD));
        assertThat(task.rows("SELECT id FROM $")).hasSize(2);
        assertThat(task.context.refused).containsOnlyKeys(alone, among);
        assertThat(task.context.refused.get(alone)).hasMessageContaining("no sevens [error 31999");
    }

    @Test
    void refusesOnlyTheRecordsWhoseValuesDoNotFitTheirSchemas() {
        task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, qty INT)");
        Schema zoned = SchemaBuilder.struct()
                .field("qty", SchemaBuilder.string().name("io.debezium.time.ZonedTimestamp"))
                .build();
        SinkRecord noTime = Records.of(Schema.STRING_SCHEMA, "noTime", zoned, new Struct(zoned).put("qty", "user-1"));
        SinkRecord noText = Records.of(Schema.STRING_SCHEMA, 5L, GOOD, new Struct(GOOD).put("qty", 1));
        SinkRecord noNumber = Records.of(Schema.INT32_SCHEMA, "five", GOOD, new Struct(GOOD).put("qty", 1));
        SinkRecord noStruct = Records.of(Schema.STRING_SCHEMA, "text", GOOD, "text");
        task.put(record("a", 1, GOOD), noTime, noText, noNumber, noStruct, record("b", 2, GOOD));
        assertThat(task.rows("SELECT id FROM $ WHERE id IN ('a', 'b')")).hasSize(2);
        assertThat(task.context.refused).containsOnlyKeys(noTime, noText, noNumber, noStruct);
        assertThat(task.context.refused.get(noTime))
                .hasMessageContaining("column qty")
                .hasMessageContaining("user-1");
    }

    /** A worker cannot store the state of a task whose error is larger than a message of its topic. */
    @Test
    void keepsErrorsShortThatQuoteTheRecord() {
        Schema defaults = SchemaBuilder.struct()
                .field("qty", Schema.INT32_SCHEMA)
                .field(
                        "size",
                        Decimal.builder(0)
                                .parameter("note", "n".repeat(10))
                                .defaultValue(new BigDecimal("9".repeat(900)))
                                .build())
                .field(
                        "note",
                        SchemaBuilder.string()
                                .defaultValue("x".repeat(1_200_000))
                                .build())
                .build();
        Schema zoned = SchemaBuilder.struct()
                .field("qty", SchemaBuilder.string().name("io.debezium.time.ZonedTimestamp"))
                .build();
        task.put(record("a", 0, GOOD));
        SinkRecord refusedDefault = record("b", 1, defaults);
        SinkRecord refusedValue =
                Records.of(Schema.STRING_SCHEMA, "c", zoned, new Struct(zoned).put("qty", "y".repeat(1_200_000)));
        task.put(refusedDefault, refusedValue);
        assertThat(task.context.refused).containsOnlyKeys(refusedDefault, refusedValue);
        assertThat(task.context.refused.values()).allSatisfy(error -> {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString().length()).isLessThan(50_000);
        });
    }

    /** The value of the row imitates the part of the message that names the column. */
    @Test
    void namesTheColumnThatTheDatabaseRefuses() {
        task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, name VARCHAR(200), `a``b'c` DATETIME, qty INT)");
        Schema struct = SchemaBuilder.struct()
                .field("name", Schema.OPTIONAL_STRING_SCHEMA)
                .field("a`b'c", Schema.OPTIONAL_STRING_SCHEMA)
                .field("qty", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        SinkRecord qty = Records.of(
                Schema.STRING_SCHEMA, "1", struct, new Struct(struct).put("qty", "' for column `x`.`y`.`name` at row"));
        SinkRecord time =
                Records.of(Schema.STRING_SCHEMA, "2", struct, new Struct(struct).put("a`b'c", "column 'qty'"));
        SinkRecord text =
                Records.of(Schema.STRING_SCHEMA, "3", struct, new Struct(struct).put("name", "x".repeat(300)));
        task.put(qty, time, text);
        assertThat(task.context.refused.get(qty)).hasMessageContaining(", column qty: ");
        assertThat(task.context.refused.get(time)).hasMessageContaining(", column a`b'c: ");
        assertThat(task.context.refused.get(text)).hasMessageContaining(", column name: ");
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(n -> "f" + n).toList();
    }

    private static SinkRecord record(String id, long offset, Schema schema) {
        Struct value = new Struct(schema).put("qty", (int) (offset == 7 ? 7 : 1));
        return new SinkRecord("items", 0, Schema.STRING_SCHEMA, id, schema, value, offset);
    }
}
