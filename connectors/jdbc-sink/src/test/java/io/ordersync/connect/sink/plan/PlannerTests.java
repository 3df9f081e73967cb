package io.ordersync.connect.sink.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.connect.sink.testing.SinkConfigs;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class PlannerTests {

    private final Table items = Tables.of("items", List.of("ID"), "qty", "v", "region");

    @Test
    void bindsKeyThenValueAndSpellsColumnsLikeTheTable() throws SQLException {
        WritePlan plan = plan(Records.item("a", 7, 3L), "version.field", "v");
        assertThat(plan.sql()).startsWith("INSERT INTO `items` (`ID`,`qty`,`v`) VALUES (?,?,?)");
        assertThat(plan.row(Records.item("a", 7, 3L)).values()).containsExactly("a", 7, 3L);
    }

    @Test
    void takesTheKeyFromTheFieldsOfAStructKey() throws SQLException {
        Schema key = SchemaBuilder.struct()
                .field("region", Schema.STRING_SCHEMA)
                .field("id", Schema.STRING_SCHEMA)
                .build();
        SinkRecord item = Records.of(
                key,
                new Struct(key).put("region", "eu").put("id", "5"),
                Records.ITEM,
                new Struct(Records.ITEM).put("qty", 1));
        Table byRegion = Tables.of("items", List.of("ID", "region"), "qty", "v");
        Row row = plan(byRegion, item, "pk.fields", "id,region").row(item);
        assertThat(row.key()).isEqualTo(List.of("5", "eu"));
        assertThat(row.plan().sql()).startsWith("INSERT INTO `items` (`ID`,`region`,`qty`,`v`)");
    }

    @Test
    void takesTheKeyFromTheFieldsOfTheValue() throws SQLException {
        SinkRecord item = Records.item("ignored", 7, 3L);
        Table byQty = Tables.of("items", List.of("qty"), "v");
        assertThat(plan(byQty, item, "pk.mode", "record_value", "pk.fields", "qty")
                        .row(item)
                        .key())
                .isEqualTo(7L);
    }

    @Test
    void insertsWithoutAKey() throws SQLException {
        SinkRecord item = Records.item("ignored", 7, 3L);
        WritePlan plan = plan(item, "insert.mode", "insert", "pk.mode", "none", "pk.fields", null);
        assertThat(plan.sql()).isEqualTo("INSERT INTO `items` (`qty`,`v`) VALUES (?,?)");
        assertThat(plan.row(item).key()).isNull();
    }

    @Test
    void updatesByTheKeyAndBindsItLast() throws SQLException {
        SinkRecord item = Records.item("a", 7, 3L);
        WritePlan plan = plan(item, "insert.mode", "update");
        assertThat(plan.sql()).isEqualTo("UPDATE `items` SET `qty`=?,`v`=? WHERE `ID`=?");
        assertThat(plan.row(item).key()).isEqualTo("a");
    }

    @Test
    void refusesARecordThatHasNoKey() throws SQLException {
        refuses("no key", Records.of(null, null, Records.ITEM, new Struct(Records.ITEM).put("qty", 1)));
        refuses("no schema", Records.of(null, "a", Records.ITEM, new Struct(Records.ITEM).put("qty", 1)));
    }

    @Test
    void refusesAValueThatIsNotAStruct() throws SQLException {
        refuses("struct", Records.of(Schema.STRING_SCHEMA, "a", Schema.STRING_SCHEMA, "text"));
        refuses("struct", Records.of(Schema.STRING_SCHEMA, "a", null, "text"));
    }

    @Test
    void errorNamesAFieldWithoutAColumn() throws SQLException {
        Schema schema =
                SchemaBuilder.struct().field("colour", Schema.STRING_SCHEMA).build();
        refuses("field colour", Records.of(Schema.STRING_SCHEMA, "a", schema, new Struct(schema).put("colour", "red")));
    }

    @Test
    void refusesAFieldOfAnUnsupportedType() throws SQLException {
        Schema schema = SchemaBuilder.struct()
                .field("qty", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
                .build();
        refuses(
                "field qty",
                Records.of(Schema.STRING_SCHEMA, "a", schema, new Struct(schema).put("qty", List.of("x"))));
    }

    @Test
    void writesOnlyTheFieldsOfTheWhitelist() throws SQLException {
        assertThat(plan(Records.item("a", 7, 3L), "fields.whitelist", "qty").sql())
                .startsWith("INSERT INTO `items` (`ID`,`qty`) VALUES (?,?)");
    }

    @Test
    void deletesOnlyARowThatIsNotNewerThanTheTombstone() throws SQLException {
        SinkConfig config = SinkConfig.of(
                SinkConfigs.with("delete.enabled", "true", "version.field", "v", "transforms.o.offset.field", "v!"));
        SinkRecord tombstone = Records.of(Schema.STRING_SCHEMA, "a", null, null);
        WritePlan plan =
                new Planner(config.writes()).planDelete(items, new FieldSources(config).selectKeyFields(tombstone));
        assertThat(plan.sql()).isEqualTo("DELETE FROM `items` WHERE `ID`=? AND (`v` IS NULL OR `v`<=?)");
        assertThat(plan.row(tombstone).values()).containsExactly("a", 0L);
    }

    @Test
    void refusesFieldsThatBelongToOneColumn() throws SQLException {
        Schema schema = SchemaBuilder.struct()
                .field("qty", Schema.INT32_SCHEMA)
                .field("QTY", Schema.OPTIONAL_INT32_SCHEMA)
                .build();
        refuses(
                "fields qty and QTY belong to the same column qty",
                Records.of(Schema.STRING_SCHEMA, "a", schema, new Struct(schema).put("qty", 1)));
    }

    @Test
    void waitsForTheColumnOfTheVersion() {
        SinkRecord item = Records.item("a", 7, 3L);
        assertThatThrownBy(() -> plan(item, "version.field", "revision"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(Fault.of(e)).isEqualTo(Fault.STALE_TABLE))
                .hasMessage("Table 'items' has no column 'revision'");
    }

    @Test
    void namesTheColumnOfAValueThatDoesNotFitItsSchema() throws SQLException {
        Schema schema = SchemaBuilder.struct()
                .field("qty", SchemaBuilder.string().name("io.debezium.time.ZonedTimestamp"))
                .build();
        SinkRecord item = Records.of(Schema.STRING_SCHEMA, "a", schema, new Struct(schema).put("qty", "user-1"));
        assertThatThrownBy(() -> plan(item).row(item))
                .isInstanceOf(UnstorableRecordException.class)
                .hasMessageContaining("column qty: ")
                .hasMessageContaining("user-1");
    }

    @Test
    void refusesARowWithoutAVersion() throws SQLException {
        SinkRecord item = Records.item("a", 1, null, 0, 0);
        assertThatThrownBy(() -> plan(item, "version.field", "v").row(item))
                .isInstanceOf(UnstorableRecordException.class)
                .hasMessageContaining("version");
    }

    private void refuses(String reason, SinkRecord record) {
        assertThatThrownBy(() -> plan(record))
                .isInstanceOf(UnstorableRecordException.class)
                .hasMessageContaining(reason);
    }

    private WritePlan plan(SinkRecord record, String... options) throws SQLException {
        return plan(items, record, options);
    }

    private static WritePlan plan(Table table, SinkRecord record, String... options) throws SQLException {
        SinkConfig config = SinkConfig.of(SinkConfigs.with(options));
        return new Planner(config.writes()).planWrite(table, new FieldSources(config).selectRowFields(record));
    }
}
