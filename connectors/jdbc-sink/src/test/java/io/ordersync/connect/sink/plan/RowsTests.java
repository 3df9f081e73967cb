package io.ordersync.connect.sink.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.connect.sink.testing.SinkConfigs;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class RowsTests {

    private final Table items = Tables.of("items", List.of("id"), "qty", "v");

    @Test
    void keepsTheLastRecordOfEachKey() throws SQLException {
        Rows rows = rows(Records.item("a", 1, 0), Records.item("b", 2, 1), Records.item("a", 3, 2));
        assertThat(rows.inOrder()).hasSize(3);
        assertThat(rows.inFewStatements())
                .singleElement()
                .satisfies(last ->
                        assertThat(last).extracting(row -> row.values()[1]).containsExactly(2, 3));
    }

    @Test
    void doesNotLetAnOlderVersionReplaceANewerOne() throws SQLException {
        Rows rows = rows(Records.item("a", 1, 9L, 0, 0), Records.item("a", 2, 8L, 0, 1));
        assertThat(rows.inFewStatements())
                .singleElement()
                .satisfies(last ->
                        assertThat(last).extracting(row -> row.values()[1]).containsExactly(1));
    }

    @Test
    void keepsTheLastOfEqualVersionsOrTheFirst() throws SQLException {
        SinkRecord[] records = {Records.item("a", 1, 9L, 0, 0), Records.item("a", 2, 9L, 0, 1)};
        assertThat(rows(records).inFewStatements())
                .singleElement()
                .satisfies(last ->
                        assertThat(last).extracting(row -> row.values()[1]).containsExactly(2));
        assertThat(rows(SinkConfigs.with("version.field", "v", "version.ties", "keep"), records)
                        .inFewStatements())
                .singleElement()
                .satisfies(first ->
                        assertThat(first).extracting(row -> row.values()[1]).containsExactly(1));
    }

    @Test
    void keepsEveryRecordInOrderIfKeysMayBelongToOneRow() throws SQLException {
        Rows rows = rows(Records.item("a", 1, 0), Records.item("A", 2, 1), Records.item("a", 3, 2));
        assertThat(rows.inFewStatements())
                .singleElement()
                .satisfies(all ->
                        assertThat(all).extracting(row -> row.values()[1]).containsExactly(1, 2, 3));
    }

    private Rows rows(SinkRecord... records) throws SQLException {
        return rows(SinkConfigs.with("version.field", "v"), records);
    }

    private Rows rows(Map<String, String> options, SinkRecord... records) throws SQLException {
        SinkConfig config = SinkConfig.of(options);
        WritePlan plan =
                new Planner(config.writes()).planWrite(items, new FieldSources(config).selectRowFields(records[0]));
        Rows rows = new Rows();
        Arrays.asList(records).forEach(record -> rows.inOrder().add(plan.row(record)));
        return rows;
    }
}
