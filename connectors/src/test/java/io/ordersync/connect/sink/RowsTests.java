package io.ordersync.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class RowsTests {

    private final TableName name = new TableName(null, "items");
    private final Table items = new Table(name, List.of("id", "qty", "v"));

    @Test
    void keepsTheLastRecordOfEachKey() {
        Rows rows = rows(Records.item("a", 1, 0), Records.item("b", 2, 1), Records.item("a", 3, 2));
        assertThat(rows.inOrder()).hasSize(3);
        assertThat(rows.lastPerKey())
                .singleElement()
                .satisfies(last ->
                        assertThat(last).extracting(row -> row.values()[1]).containsExactly(2, 3));
    }

    @Test
    void doesNotLetAnOlderVersionReplaceANewerOne() {
        Rows rows = rows(Records.item("a", 1, 9L, 0, 0), Records.item("a", 2, 8L, 0, 1));
        assertThat(rows.lastPerKey())
                .singleElement()
                .satisfies(last ->
                        assertThat(last).extracting(row -> row.values()[1]).containsExactly(1));
    }

    @Test
    void setsAsideWhatCannotBecomeARow() {
        SinkRecord tombstone = Records.of(Schema.STRING_SCHEMA, "a", null, null);
        Rows rows = rows(tombstone, Records.item("b", 2, 1));
        assertThat(rows.inOrder()).hasSize(1);
        assertThat(rows.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.record()).isSameAs(tombstone);
            assertThat(refusal.reason()).hasMessageContainingAll("topic items", "partition 0", "offset 0", "key a");
        });
    }

    private Rows rows(SinkRecord... records) {
        SinkConfig config = SinkConfig.of(SinkConfigs.with("version.field", "v"));
        return Rows.of(new Batch(name, Arrays.asList(records)), items, new Plans(new Planner(config)));
    }
}
