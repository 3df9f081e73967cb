package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectorDefinition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Columns that are added to a captured table with a default: the rows that exist have it in the replica too. */
@ExtendWith(ReplicaSystemExtension.class)
class DefaultsReplicaIT {

    private static final Path CONNECTORS = Path.of("..", "connectors", "config", "cdc");

    private static final List<String> COLUMNS = List.of(
            "a_quote varchar(20) NOT NULL DEFAULT 'it''s'",
            "an_escaped_quote varchar(20) NOT NULL DEFAULT 'it\\'s'",
            "a_double_quote varchar(20) NOT NULL DEFAULT \"say \"\"it's\"\"\"",
            "a_backslash varchar(20) NOT NULL DEFAULT 'a\\\\b\\\\'",
            "a_percent varchar(20) NOT NULL DEFAULT '100\\% _'",
            "a_line varchar(20) NOT NULL DEFAULT 'one\\ntwo\\t'",
            "an_empty_text varchar(20) NOT NULL DEFAULT ''",
            "blanks varchar(20) NOT NULL DEFAULT ' a '",
            "a_char char(20) NOT NULL DEFAULT 'a '",
            "a_text text NOT NULL DEFAULT 'it''s \\\\ 물 🦊'",
            "a_latin varchar(20) CHARACTER SET latin1 NOT NULL DEFAULT 'é'",
            "an_introducer varchar(20) NOT NULL DEFAULT _utf8mb4'it''s'",
            "a_latin_introducer varchar(20) NOT NULL DEFAULT _latin1 x'E9'",
            "a_hexadecimal_introducer varchar(20) NOT NULL DEFAULT _utf8mb4 0xed959c",
            "a_misread_text varchar(20) NOT NULL DEFAULT _latin1'é'",
            "an_introduced_binary varbinary(8) NOT NULL DEFAULT _latin1 x'E9'",
            "a_comment varchar(20) NOT NULL DEFAULT '/*!50001 x*/ it''s'",
            "a_tab char(5) NOT NULL DEFAULT 'a\\t '",
            "a_capital enum('a', 'b') NOT NULL DEFAULT 'A'",
            "an_unordered_set set('x', 'y') NOT NULL DEFAULT 'y,x'",
            "a_rounded_float float(7,2) NOT NULL DEFAULT 1.239",
            "hexadecimal_text varchar(20) NOT NULL DEFAULT x'6162'",
            "a_parenthesis varchar(20) NOT NULL DEFAULT ('(''x'')')",
            "a_comma varchar(20) NOT NULL DEFAULT 'a, b DEFAULT ''c'''",
            "nullable varchar(20) DEFAULT 'it''s'",
            "a_binary binary(8) NOT NULL DEFAULT x'00ff'",
            "a_varbinary varbinary(8) NOT NULL DEFAULT x'00ff5c27'",
            "a_hexadecimal varbinary(8) NOT NULL DEFAULT 0x00ff80",
            "a_zero varbinary(8) NOT NULL DEFAULT 'a\\0b'",
            "an_empty_binary varbinary(8) NOT NULL DEFAULT ''",
            "a_blob blob NOT NULL DEFAULT x'00ff'",
            "a_uuid uuid NOT NULL DEFAULT '01A1FD89-A3AF-71A3-B597-F2FA02C09200'",
            "a_short_uuid uuid NOT NULL DEFAULT 'f3c0616ff45655939347d10000000000'",
            "an_enum enum('a', 'it''s') NOT NULL DEFAULT 'it''s'",
            "a_set set('x', 'y', 'z') NOT NULL DEFAULT 'x,z'",
            "a_json json NOT NULL DEFAULT '{\"a\": \"it''s\"}'",
            "a_bit bit(1) NOT NULL DEFAULT b'1'",
            "some_bits bit(12) NOT NULL DEFAULT b'101000000001'",
            "bits_of_a_number bit(12) NOT NULL DEFAULT 5",
            "bits_of_bytes bit(16) NOT NULL DEFAULT x'0102'",
            "a_boolean boolean NOT NULL DEFAULT true",
            "a_tinyint tinyint NOT NULL DEFAULT -128",
            "an_unsigned_tinyint tinyint unsigned NOT NULL DEFAULT 255",
            "a_smallint smallint NOT NULL DEFAULT - 5",
            "an_int int NOT NULL DEFAULT '-7'",
            "a_rounded_int int NOT NULL DEFAULT 1.5",
            "a_hexadecimal_int int NOT NULL DEFAULT 0x10",
            "an_unsigned_int int unsigned NOT NULL DEFAULT 4294967295",
            "a_bigint bigint NOT NULL DEFAULT 9223372036854775807",
            "a_large_bigint bigint NOT NULL DEFAULT -9007199254740993",
            "an_unsigned_bigint bigint unsigned NOT NULL DEFAULT 18446744073709551615",
            "a_decimal decimal(20,4) NOT NULL DEFAULT -1234567890123456.7891",
            "an_exponent decimal(10,4) NOT NULL DEFAULT -1.5e3",
            "a_float float NOT NULL DEFAULT -1.1",
            "the_largest_float float NOT NULL DEFAULT 3.4028234663852886e38",
            "a_double double NOT NULL DEFAULT 1.5e-300",
            "a_date date NOT NULL DEFAULT '2026-03-29'",
            "a_date_number date NOT NULL DEFAULT 20260329",
            "a_short_date date NOT NULL DEFAULT '2026-3-9'",
            "a_datetime datetime NOT NULL DEFAULT '2026-03-29 02:30:00'",
            "a_datetime_6 datetime(6) NOT NULL DEFAULT '2026-03-29 02:30:00.123456'",
            "a_midnight datetime(3) NOT NULL DEFAULT '2026-03-29'",
            "a_timestamp timestamp NOT NULL DEFAULT '2026-03-29 02:30:00'",
            "a_timestamp_3 timestamp(3) NOT NULL DEFAULT '2026-03-29 02:30:00.123'",
            "a_time time NOT NULL DEFAULT '12:30:15'",
            "a_negative_time time(3) NOT NULL DEFAULT '-28:00:00.5'",
            "a_time_number time NOT NULL DEFAULT 123015",
            "a_tinytext tinytext NOT NULL DEFAULT 'it''s'",
            "a_longtext longtext NOT NULL DEFAULT '\\\\'",
            "an_nchar nchar(5) NOT NULL DEFAULT N'it''s'",
            "a_tinyblob tinyblob NOT NULL DEFAULT 'a''b'",
            "a_longblob longblob NOT NULL DEFAULT 0xff27",
            "a_mediumint mediumint NOT NULL DEFAULT -8388608",
            "a_zerofill int(5) unsigned zerofill NOT NULL DEFAULT 42",
            "a_numeric numeric(10,2) NOT NULL DEFAULT .5",
            "a_real real NOT NULL DEFAULT -2",
            "a_precise double precision NOT NULL DEFAULT '0.1'",
            "a_false boolean NOT NULL DEFAULT FALSE",
            "a_year year NOT NULL DEFAULT 2026",
            "a_short_year year NOT NULL DEFAULT '70'");

    private final ReplicaSystem replicas;

    DefaultsReplicaIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    /** Connectors that the keeper does not manage. */
    @AfterEach
    void deleteConnectors() throws Exception {
        replicas.connect().delete("defaults-source");
        replicas.connect().delete("defaults-sink");
    }

    @Test
    void givesExistingRowsTheDefaultOfEachType() throws Exception {
        replicas.sql(
                "CREATE TABLE mydb.defaults (id int AUTO_INCREMENT PRIMARY KEY, at_first varchar(20) NOT NULL DEFAULT 'it''s')",
                "GRANT SELECT ON mydb.defaults TO cdc",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON mydb.defaults_replica TO users_sink",
                "INSERT INTO mydb.defaults VALUES ()");
        register(
                "users-source.json",
                Map.of(
                        "database.server.id", "6498",
                        "topic.prefix", "cdc-defaults",
                        "table.include.list", "mydb.defaults",
                        "schema.history.internal.kafka.topic", "cdc-defaults-schema-history",
                        "transforms.topic.regex", "cdc-defaults\\.mydb\\.defaults",
                        "transforms.topic.replacement", "defaults_replica"));
        register("users-sink.json", Map.of("topics", "defaults_replica"));
        awaitRows(1);

        int half = COLUMNS.size() / 2;
        replicas.sql(
                "SET STATEMENT max_statement_time=60 FOR " + alter(COLUMNS.subList(0, half), "WAIT 5"),
                "INSERT INTO mydb.defaults VALUES ()");
        awaitRows(2);
        replicas.sql(alter(COLUMNS.subList(half, COLUMNS.size()), "NOWAIT"));
        replicas.connect().restart("defaults-source"); // reads the tables from its history
        replicas.sql("INSERT INTO mydb.defaults VALUES ()");
        awaitRows(3);

        for (String definition : COLUMNS) {
            String column = definition.substring(0, definition.indexOf(' '));
            String value = definition.matches("\\w+ (var)?char.*|\\w+ text.*")
                    ? "BINARY CONVERT(%s." + column + " USING utf8mb4)"
                    : "%s." + column;
            String differing =
                    "SELECT a.id, hex(a.%1$s), hex(b.%1$s) FROM mydb.defaults a LEFT JOIN mydb.defaults_replica b"
                                    .formatted(column)
                            + " USING (id) WHERE NOT (" + value.formatted("a") + " <=> " + value.formatted("b") + ")";
            assertThat(replicas.rows(differing))
                    .as("rows in which %s differs from its replica", definition)
                    .isEmpty();
        }
        assertThat(replicas.states()).containsOnly("RUNNING");
    }

    private static String alter(List<String> columns, String limit) {
        return "ALTER TABLE mydb.defaults " + limit + " "
                + columns.stream().map(column -> "ADD COLUMN " + column).collect(joining(", "));
    }

    private void awaitRows(int rows) {
        soon(() -> assertThat(replicas.number("SELECT count(*) FROM mydb.defaults_replica"))
                .isEqualTo(rows));
    }

    /** The shipped connector with some options replaced. */
    private void register(String file, Map<String, String> options) throws Exception {
        Map<String, String> config =
                new HashMap<>(ConnectorDefinition.read(CONNECTORS.resolve(file)).config());
        config.putAll(options);
        String name = "defaults-" + file.replace(".json", "").replace("users-", "");
        config.put("name", name);
        replicas.connect().put(name, config);
    }
}
