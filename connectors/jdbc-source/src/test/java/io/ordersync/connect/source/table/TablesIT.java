package io.ordersync.connect.source.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.source.testing.DirectSource;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables that appear, change and disappear while they are polled, and queries. */
class TablesIT {

    private final DirectSource source = new DirectSource("table.poll.interval.ms", "100");

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void readsATableThatAppearsLater() {
        source.start();
        assertThat(source.nextPolls(3)).isEmpty();
        assertThat(source.context.metric("outage-time-ms-total"))
                .as("the database is there")
                .isZero();
        source.sql("CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, v INT)", "INSERT INTO $ (v) VALUES (1)");
        assertThat(source.next(1, "v")).containsExactly(1);
    }

    @Test
    void findsNewTablesByAPattern() {
        source.change("table.whitelist", source.table + ".*").start();
        source.sql("CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, v INT)", "INSERT INTO $ (v) VALUES (1)");
        assertThat(source.next(1, "v")).containsExactly(1);
        String other = "`" + source.table + " Übrige`";
        source.sql(
                "CREATE TABLE " + other + " (id INT AUTO_INCREMENT PRIMARY KEY, v INT)",
                "INSERT INTO " + other + " (v) VALUES (2)");
        try {
            assertThat(source.next(1, "v")).containsExactly(2);
        } finally {
            source.sql("DROP TABLE " + other);
        }
        source.sql("INSERT INTO $ (v) VALUES (3)");
        assertThat(source.next(1, "v")).containsExactly(3);
    }

    @Test
    void followsChangesOfTheColumns() {
        source.sql("CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, v INT, old INT)", "INSERT INTO $ (v) VALUES (1)")
                .start();
        Schema first = source.next(1).get(0).schema();
        source.sql("INSERT INTO $ (v) VALUES (2)");
        assertThat(source.next(1).get(0).schema()).as("converters recognise it").isSameAs(first);
        source.sql("ALTER TABLE $ ADD COLUMN name VARCHAR(9)", "INSERT INTO $ (v, name) VALUES (3, 'c')");
        Struct added = source.next(1).get(0);
        assertThat(added.get("name")).isEqualTo("c");
        source.sql("ALTER TABLE $ MODIFY v BIGINT, DROP COLUMN old", "INSERT INTO $ (v) VALUES (3000000000)");
        Struct widened = source.next(1).get(0);
        assertThat(widened.get("v")).isEqualTo(3_000_000_000L);
        assertThat(widened.schema().field("old")).isNull();
    }

    @Test
    void waitsWhileTheColumnOfTheIdsIsMissing() {
        source.change("incrementing.column.name", "id");
        source.sql("CREATE TABLE $ (id INT PRIMARY KEY, v INT)", "INSERT INTO $ VALUES (1, 1)")
                .start();
        source.next(1);
        source.sql("ALTER TABLE $ RENAME COLUMN id TO number");
        assertThat(source.nextPolls(3)).isEmpty();
        source.sql("ALTER TABLE $ RENAME COLUMN number TO id", "INSERT INTO $ VALUES (2, 2)");
        assertThat(source.next(1, "v")).containsExactly(2);
    }

    @Test
    void readsAQueryIntoTheTopicOfThePrefix() {
        source.sql(
                "CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, v INT)",
                "INSERT INTO $ (v) SELECT seq FROM seq_1_to_25");
        source.change(
                        "table.whitelist",
                        null,
                        "query",
                        "SELECT a.id, a.v * 2 AS twice FROM " + source.table + " a WHERE a.v > 3;",
                        "query.suffix",
                        "LIMIT 7",
                        "incrementing.column.name",
                        "id",
                        "validate.non.null",
                        "false")
                .start();
        List<Object> read = source.next(22, "twice");
        assertThat(read).hasSize(22).startsWith(8L).endsWith(50L);
        source.sql("INSERT INTO $ (v) VALUES (100)");
        SourceRecord record = org.awaitility.Awaitility.await()
                .until(source::poll, records -> !records.isEmpty())
                .get(0);
        assertThat(record.topic()).isEqualTo("t_");
        assertThat(record.sourcePartition()).isEqualTo(java.util.Map.of("query", "query"));
    }

    @Test
    void hasTheRecordThatIsKnownFromOtherSources() {
        source.sql(
                        "CREATE TABLE $ (id INT AUTO_INCREMENT PRIMARY KEY, user_id VARCHAR(20), pwd VARCHAR(20),"
                                + " name VARCHAR(20), created_at DATETIME DEFAULT NOW())",
                        "INSERT INTO $ (user_id, pwd, name) VALUES ('1', '2', '3')")
                .start();
        SourceRecord record = org.awaitility.Awaitility.await()
                .until(source::poll, records -> !records.isEmpty())
                .get(0);
        assertThat(record.topic()).isEqualTo("t_" + source.table);
        assertThat(record.keySchema()).isNull();
        assertThat(record.kafkaPartition()).isNull();
        assertThat(record.valueSchema().name()).isEqualTo(source.table);
        assertThat(record.valueSchema().isOptional()).isFalse();
        assertThat(record.valueSchema().fields())
                .extracting(field -> field.name() + " " + field.schema().type() + " "
                        + field.schema().isOptional() + " " + field.schema().name())
                .containsExactly(
                        "id INT32 false null",
                        "user_id STRING true null",
                        "pwd STRING true null",
                        "name STRING true null",
                        "created_at INT64 true org.apache.kafka.connect.data.Timestamp");
    }
}
