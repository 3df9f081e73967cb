package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectorDefinition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A value of every common type, captured from a table and written to its replica. */
@ExtendWith(ReplicaSystemExtension.class)
class TypesReplicaIT {

    private static final Path CONNECTORS = Path.of("..", "connectors", "config", "cdc");

    /** Column definitions with two values each: an ordinary one and an extreme one. A third row holds nothing but nulls. */
    private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("a_decimal decimal(20,4)", List.of("1234567890123456.7890", "-0.0001"));
        COLUMNS.put("a_datetime datetime", List.of("'2026-03-29 02:30:00'", "'9999-12-31 23:59:59'"));
        COLUMNS.put("a_datetime_3 datetime(3)", List.of("'2026-03-29 02:30:00.007'", "'1000-01-01 00:00:00'"));
        COLUMNS.put(
                "a_datetime_6 datetime(6)", List.of("'1066-10-14 09:00:00.123456'", "'9999-12-31 23:59:59.999999'"));
        COLUMNS.put(
                "a_timestamp timestamp NULL DEFAULT '2020-01-01 00:00:00'",
                List.of("'2026-03-29 02:30:00'", "'1970-01-02 00:00:01'"));
        COLUMNS.put(
                "a_timestamp_6 timestamp(6) NULL DEFAULT current_timestamp(6)",
                List.of("'2026-03-29 02:30:00.654321'", "'2037-12-31 23:59:59.999999'"));
        COLUMNS.put("a_date date", List.of("'2024-02-29'", "'1000-01-01'"));
        COLUMNS.put("a_time_6 time(6)", List.of("'12:00:00.000007'", "'-838:59:59.999999'"));
        COLUMNS.put("a_year year", List.of("2026", "1901"));
        COLUMNS.put("a_text text", List.of("'long ''text\\\\'", "''"));
        COLUMNS.put("an_emoji varchar(50) CHARACTER SET utf8mb4", List.of("'물 🦊'", "'👩‍👩‍👧'"));
        COLUMNS.put("a_latin varchar(50) CHARACTER SET latin1", List.of("'é'", "'ß'"));
        Map.ofEntries(
                        Map.entry("latin1", "€"),
                        Map.entry("latin2", "ő"),
                        Map.entry("latin5", "ğ"),
                        Map.entry("latin7", "ž"),
                        Map.entry("cp1250", "ő"),
                        Map.entry("cp1251", "ж"),
                        Map.entry("cp1256", "ش"),
                        Map.entry("cp1257", "ž"),
                        Map.entry("cp850", "é"),
                        Map.entry("cp852", "ő"),
                        Map.entry("cp866", "ж"),
                        Map.entry("koi8r", "ж"),
                        Map.entry("koi8u", "ї"),
                        Map.entry("greek", "λ"),
                        Map.entry("hebrew", "א"),
                        Map.entry("tis620", "ก"),
                        Map.entry("armscii8", "Ա"),
                        Map.entry("geostd8", "ა"),
                        Map.entry("keybcs2", "č"),
                        Map.entry("macce", "č"),
                        Map.entry("macroman", "é"),
                        Map.entry("dec8", "é"),
                        Map.entry("hp8", "é"),
                        Map.entry("swe7", "å"),
                        Map.entry("ascii", "a"),
                        Map.entry("euckr", "뷁"),
                        Map.entry("ujis", "あ"),
                        Map.entry("sjis", "あ"),
                        Map.entry("cp932", "①～"),
                        Map.entry("eucjpms", "①"),
                        Map.entry("gbk", "中"),
                        Map.entry("gb2312", "中"),
                        Map.entry("big5", "中"),
                        Map.entry("ucs2", "물"),
                        Map.entry("utf16", "🦊"),
                        Map.entry("utf16le", "🦊"),
                        Map.entry("utf32", "🦊"),
                        Map.entry("utf8mb3", "물"))
                .forEach((charset, text) -> COLUMNS.put(
                        "in_%1$s varchar(50) CHARACTER SET %1$s".formatted(charset), List.of("'" + text + "'", "'a'")));
        COLUMNS.put(
                "a_long_decimal decimal(65,38)",
                List.of(
                        "123456789012345678901234567.12345678901234567890123456789012345678",
                        "-0.00000000000000000000000000000000000001"));
        COLUMNS.put("a_year_zero year", List.of("0", "2155"));
        COLUMNS.put("an_early_date date", List.of("'0001-01-01'", "'9999-12-31'"));
        COLUMNS.put("a_time_of_day time", List.of("'24:00:00'", "'838:59:59'"));
        COLUMNS.put("a_zero_char varchar(10)", List.of("concat('a', char(0), 'b')", "'\\\\'"));
        COLUMNS.put("a_control_char varchar(10)", List.of("char(1, 26, 127)", "' '"));
        COLUMNS.put("a_replacement varchar(10)", List.of("'�'", "'\u2028'"));
        COLUMNS.put("a_mediumint mediumint", List.of("-8388608", "8388607"));
        COLUMNS.put("an_unsigned_mediumint mediumint unsigned", List.of("16777215", "0"));
        COLUMNS.put("an_unsigned_smallint smallint unsigned", List.of("65535", "32768"));
        COLUMNS.put("a_zerofill int(5) zerofill", List.of("42", "4294967295"));
        COLUMNS.put("a_smallest_double double", List.of("4.9e-324", "-0e0"));
        COLUMNS.put("a_fixed_double double(20,4)", List.of("1234567890.1234", "-0.0001"));
        COLUMNS.put("an_unsigned_decimal decimal(10,2) unsigned", List.of("99999999.99", "0"));
        COLUMNS.put("a_varbinary varbinary(20)", List.of("x'5c2700ff'", "x'0000'"));
        COLUMNS.put("a_longblob longblob", List.of("x'00'", "repeat(x'ff', 70000)"));
        COLUMNS.put("many_bits bit(9)", List.of("b'100000001'", "0"));
        COLUMNS.put("an_enum enum('a', 'b')", List.of("'b'", "'a'"));
        COLUMNS.put("odd_options enum('a,b', 'it''s \\\\')", List.of("'a,b'", "'it''s \\\\'"));
        COLUMNS.put("an_odd_set set('it''s', 'b\\\\')", List.of("'it''s,b\\\\'", "'b\\\\'"));
        COLUMNS.put("a_set set('x', 'y', 'z')", List.of("'x,z'", "''"));
        COLUMNS.put("a_json json", List.of("'{\"a\": [1, null]}'", "'[]'"));
        COLUMNS.put(
                "a_uuid uuid",
                List.of("'01a1fd89-a3af-71a3-b597-f2fa02c09200'", "'f3c0616f-f456-5593-9347-d10000000000'"));
        COLUMNS.put("a_bigint bigint", List.of("-9223372036854775808", "9223372036854775807"));
        COLUMNS.put("an_unsigned_bigint bigint unsigned", List.of("18446744073709551615", "9223372036854775808"));
        COLUMNS.put("an_unsigned_int int unsigned", List.of("4294967295", "0"));
        COLUMNS.put("an_unsigned_tinyint tinyint unsigned", List.of("255", "0"));
        COLUMNS.put("a_boolean boolean", List.of("true", "false"));
        COLUMNS.put("a_float float", List.of("1.1", "3.4028234663852886e38"));
        COLUMNS.put("digits_of_a_float float", List.of("16777216", "1.17549435e-38"));
        COLUMNS.put("a_rounded_float float(9,4)", List.of("1.1", "99999.1234"));
        COLUMNS.put("a_double double", List.of("1e-300", "1.7976931348623157e308"));
        COLUMNS.put("a_bit bit(1)", List.of("1", "0"));
        COLUMNS.put("some_bits bit(64)", List.of("9223372036854775809", "513"));
        COLUMNS.put("a_binary binary(8)", List.of("x'0102000000000000'", "x''"));
        COLUMNS.put("a_blob blob", List.of("x'00ff00'", "x''"));
        COLUMNS.put("a_default varchar(10) DEFAULT 'else'", List.of("'x'", "''"));
        COLUMNS.put("a_number_by_default int DEFAULT 7", List.of("0", "1"));
    }

    private final ReplicaSystem replicas;

    TypesReplicaIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    /** Connectors that the keeper does not manage. */
    @AfterEach
    void deleteConnectors() throws Exception {
        replicas.connect().delete("kinds-source");
        replicas.connect().delete("kinds-sink");
    }

    /** The snapshot reads the first rows with a query; the others come from the binary log, which encodes values differently. */
    @Test
    void replicatesEveryValueUnchanged() throws Exception {
        String definitions = String.join(", ", COLUMNS.keySet());
        replicas.sql(
                "CREATE TABLE mydb.kinds (id int AUTO_INCREMENT PRIMARY KEY, " + definitions + ")",
                "GRANT SELECT ON mydb.kinds TO cdc",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON mydb.kinds_replica TO users_sink");
        insertRows();
        register(
                "users-source.json",
                Map.of(
                        "database.server.id", "6499",
                        "topic.prefix", "cdc-kinds",
                        "table.include.list", "mydb.kinds",
                        "schema.history.internal.kafka.topic", "cdc-kinds-schema-history",
                        "transforms.topic.regex", "cdc-kinds\\.mydb\\.kinds",
                        "transforms.topic.replacement", "kinds_replica"));
        register("users-sink.json", Map.of("topics", "kinds_replica"));
        soon(() -> assertThat(replicas.number("SELECT count(*) FROM mydb.kinds_replica"))
                .isEqualTo(3));

        insertRows();
        soon(() -> assertThat(replicas.number("SELECT count(*) FROM mydb.kinds_replica"))
                .isEqualTo(6));

        SoftAssertions softly = new SoftAssertions();
        for (String definition : COLUMNS.keySet()) {
            String column = definition.substring(0, definition.indexOf(' '));
            boolean isText = definition.contains("text") || definition.contains("char");
            String value = isText ? "BINARY CONVERT(%s." + column + " USING utf8mb4)" : "%s." + column;
            String differing = "SELECT a.id, a.%1$s, b.%1$s FROM mydb.kinds a LEFT JOIN mydb.kinds_replica b USING (id)"
                            .formatted(column)
                    + " WHERE NOT (" + value.formatted("a") + " <=> " + value.formatted("b") + ")";
            softly.assertThat(replicas.rows(differing))
                    .as("rows in which %s differs from its replica", column)
                    .isEmpty();
        }
        softly.assertAll();
    }

    private void insertRows() {
        String columns = COLUMNS.keySet().stream()
                .map(definition -> definition.substring(0, definition.indexOf(' ')))
                .collect(joining(", "));
        for (int row = 0; row < 3; row++) {
            int n = row;
            String values = COLUMNS.values().stream()
                    .map(two -> n < 2 ? two.get(n) : "NULL")
                    .collect(joining(", "));
            replicas.sql("INSERT INTO mydb.kinds (%s) VALUES (%s)".formatted(columns, values));
        }
    }

    /** The shipped connector with some options replaced. */
    private void register(String file, Map<String, String> options) throws Exception {
        String name = "kinds-" + file.replace(".json", "").replace("users-", "");
        Map<String, String> config =
                new HashMap<>(ConnectorDefinition.read(CONNECTORS.resolve(file)).config());
        config.putAll(options);
        config.put("name", name);
        replicas.connect().put(name, config);
    }
}
