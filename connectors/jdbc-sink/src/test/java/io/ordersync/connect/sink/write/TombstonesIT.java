package io.ordersync.connect.sink.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tombstones among records with a value. */
class TombstonesIT {

    private DirectTask task = new DirectTask("delete.enabled", "true", "auto.create", "true");

    @AfterEach
    void close() {
        task.close();
    }

    @Test
    void deletesInOrderWithinABatch() {
        task.put(
                Records.item("kept", 1, 0),
                Records.item("deleted", 1, 1),
                tombstone("deleted", 2),
                tombstone("restored", 3),
                Records.item("restored", 2, 4));
        assertThat(ids()).containsExactly("kept", "restored");
        task.put(tombstone("kept", 5), tombstone("absent", 6));
        assertThat(ids()).containsExactly("restored");
        assertThat(task.context.refused).isEmpty();
    }

    @Test
    void tombstoneBeforeTheTableExistsDoesNothing() {
        task.put(tombstone("a", 0));
        task.put(tombstone("b", 1), Records.item("c", 1, 2));
        assertThat(ids()).containsExactly("c");
        assertThat(task.context.refused).isEmpty();
    }

    @Test
    void deletesByEveryFieldOfAStructKey() {
        Schema key = SchemaBuilder.struct()
                .field("region", Schema.STRING_SCHEMA)
                .field("id", Schema.INT32_SCHEMA)
                .build();
        task.close();
        task = new DirectTask("delete.enabled", "true", "auto.create", "true", "pk.fields", "region,id");
        Struct eu = new Struct(key).put("region", "eu").put("id", 1);
        Struct us = new Struct(key).put("region", "us").put("id", 1);
        Struct value = new Struct(Records.ITEM).put("qty", 1);
        task.put(Records.of(key, eu, Records.ITEM, value), Records.of(key, us, Records.ITEM, value));
        task.put(Records.of(key, eu, null, null));
        assertThat(task.rows("SELECT region FROM $")).containsExactly(Map.of("region", "us"));
    }

    @Test
    void doesNotDeleteARowThatIsNewerThanTheTombstone() {
        task.close();
        task = new DirectTask(
                "delete.enabled",
                "true",
                "auto.create",
                "true",
                "version.field",
                "v",
                "transforms.o.offset.field",
                "v");
        task.put(Records.item("newer", 1, 9), Records.item("older", 1, 3));
        task.put(tombstone("newer", 5), tombstone("older", 6));
        assertThat(ids()).containsExactly("newer");
    }

    @Test
    void refusesTombstonesUnlessDeletesAreEnabled() {
        task.close();
        task = new DirectTask("auto.create", "true");
        SinkRecord tombstone = tombstone("a", 1);
        task.put(Records.item("a", 1, 0), tombstone);
        assertThat(ids()).containsExactly("a");
        assertThat(task.context.refused).containsOnlyKeys(tombstone);
    }

    private List<String> ids() {
        return task.rows("SELECT id FROM $ ORDER BY id").stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private static SinkRecord tombstone(String id, long offset) {
        return new SinkRecord("items", 0, Schema.STRING_SCHEMA, id, null, null, offset);
    }
}
