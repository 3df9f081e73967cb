package io.ordersync.connect.sink.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class InsertModesIT {

    @Test
    void updateChangesTheRowWithTheKeyAndAddsNone() {
        try (DirectTask task = new DirectTask("insert.mode", "update")) {
            task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, qty INT, v BIGINT, note VARCHAR(9) DEFAULT 'kept')");
            task.sql("INSERT INTO $ (id, qty, v) VALUES ('a', 1, 1), ('b', 1, 1)");
            task.put(Records.item("a", 7, 2), Records.item("absent", 8, 3), Records.item("b", 9, null, 0, 4));
            assertThat(task.rows("SELECT id, qty, COALESCE(v, 'null') AS v, note FROM $ ORDER BY id"))
                    .containsExactly(
                            Map.of("id", "a", "qty", "7", "v", "2", "note", "kept"),
                            Map.of("id", "b", "qty", "9", "v", "null", "note", "kept"));
            assertThat(task.context.refused).isEmpty();
        }
    }

    @Test
    void updateRefusesOnlyTheRecordThatTheDatabaseRefuses() {
        try (DirectTask task = new DirectTask("insert.mode", "update")) {
            task.sql("CREATE TABLE $ (id VARCHAR(40) PRIMARY KEY, qty TINYINT, v BIGINT)");
            task.sql("INSERT INTO $ (id, qty, v) VALUES ('a', 1, 1), ('b', 1, 1)");
            task.put(Records.item("a", 1000, 2), Records.item("b", 5, 3));
            assertThat(task.rows("SELECT id, qty FROM $ ORDER BY id"))
                    .containsExactly(Map.of("id", "a", "qty", "1"), Map.of("id", "b", "qty", "5"));
            assertThat(task.context.refused.keySet())
                    .extracting(SinkRecord::key)
                    .containsExactly("a");
        }
    }

    @Test
    void multiIsInsert() {
        try (DirectTask task = new DirectTask("insert.mode", "multi", "auto.create", "true")) {
            task.put(Records.item("a", 1, 1), Records.item("b", 2, 2));
            assertThat(task.rows("SELECT id FROM $ ORDER BY id")).containsExactly(Map.of("id", "a"), Map.of("id", "b"));
        }
    }

    @Test
    void coordinatesOfTheRecordAreTheKey() {
        try (DirectTask task = new DirectTask(
                "pk.mode", "kafka", "pk.fields", null, "auto.create", "true", "delete.enabled", "false")) {
            SinkRecord routed = new SinkRecord(
                            "items", 3, null, null, Records.ITEM, new Struct(Records.ITEM).put("qty", 1), 42L)
                    .newRecord(
                            "items_renamed", 3, null, null, Records.ITEM, new Struct(Records.ITEM).put("qty", 1), null);
            task.put(routed, Records.item("x", 2, null, 3, 43));
            task.put(Records.item("x", 2, null, 3, 43));
            assertThat(task.rows("SELECT __connect_topic AS t, __connect_partition AS p, __connect_offset AS o, qty"
                            + " FROM $ ORDER BY o"))
                    .isEqualTo(List.of(
                            Map.of("t", "items", "p", "3", "o", "42", "qty", "1"),
                            Map.of("t", "items", "p", "3", "o", "43", "qty", "2")));
        }
    }

    @Test
    void coordinatesFillTheColumnsThatPkFieldsNames() {
        try (DirectTask task = new DirectTask(
                "insert.mode", "insert", "pk.mode", "kafka", "pk.fields", "t,p,o", "auto.create", "true")) {
            task.put(Records.item("x", 2, null, 1, 7));
            assertThat(task.rows("SELECT t, p, o FROM $")).containsExactly(Map.of("t", "items", "p", "1", "o", "7"));
            assertThat(task.rows("SELECT column_name AS c FROM information_schema.columns WHERE table_name = '"
                            + task.table + "' AND column_key = 'PRI' ORDER BY ordinal_position"))
                    .containsExactly(Map.of("c", "t"), Map.of("c", "p"), Map.of("c", "o"));
        }
    }
}
