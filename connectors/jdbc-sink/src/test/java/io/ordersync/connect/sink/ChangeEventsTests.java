package io.ordersync.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class ChangeEventsTests {

    private static final Schema ROW = SchemaBuilder.struct()
            .name("server.shop.items.Value")
            .optional()
            .field("qty", Schema.INT32_SCHEMA)
            .build();
    private static final Schema EVENT = SchemaBuilder.struct()
            .name("server.shop.items.Envelope")
            .field("before", ROW)
            .field("after", ROW)
            .field("op", Schema.STRING_SCHEMA)
            .build();
    private static final Struct AFTER = new Struct(ROW).put("qty", 7);

    private final ChangeEvents events = new ChangeEvents(false);
    private final ChangeEvents eventsWithoutDeletes = new ChangeEvents(true);

    @Test
    void takesTheRowAfterTheChange() {
        for (String operation : List.of("c", "r", "u")) {
            SinkRecord flat = flatten(events, event(operation, AFTER));
            assertThat(flat.value()).isEqualTo(AFTER);
            assertThat(flat.valueSchema()).isSameAs(ROW);
            assertThat(flat.key()).isEqualTo("k");
            assertThat(flat.originalKafkaOffset()).isEqualTo(42);
            assertThat(flat.originalTopic()).isEqualTo("topic");
        }
    }

    @Test
    void deletedRowBecomesATombstone() {
        assertThat(flatten(events, event("d", null)).value()).isNull();
        assertThat(flatten(events, event("d", null)).valueSchema()).isNull();
    }

    @Test
    void keepsWhatIsNoRow() {
        SinkRecord truncation = event("t", null);
        assertThat(flatten(events, truncation)).isSameAs(truncation);
        SinkRecord withoutRow = event("u", null);
        assertThat(flatten(events, withoutRow)).isSameAs(withoutRow);
    }

    @Test
    void leavesOutDeletionsIfTheyAreSkipped() {
        assertThat(eventsWithoutDeletes.flatten(
                        List.of(event("d", null), event("t", null), record(null, null), event("c", AFTER))))
                .singleElement()
                .satisfies(flat -> assertThat(flat.value()).isEqualTo(AFTER));
        assertThat(eventsWithoutDeletes.flatten(List.of(record(null, null)))).isEmpty();
    }

    @Test
    void returnsOtherRecordsThemselves() {
        Schema other = SchemaBuilder.struct()
                .name("letters.Envelope")
                .field("op", Schema.INT32_SCHEMA)
                .field("after", Schema.STRING_SCHEMA)
                .build();
        List<SinkRecord> records = List.of(
                record(ROW, AFTER),
                record(null, null),
                record(Schema.STRING_SCHEMA, "text"),
                record(null, "text"),
                record(other, new Struct(other).put("op", 1).put("after", "x")));
        assertThat(events.flatten(records)).isSameAs(records);
    }

    private static SinkRecord flatten(ChangeEvents events, SinkRecord record) {
        return events.flatten(List.of(record)).iterator().next();
    }

    private static SinkRecord event(String operation, Struct after) {
        return record(EVENT, new Struct(EVENT).put("op", operation).put("after", after));
    }

    private static SinkRecord record(Schema schema, Object value) {
        return new SinkRecord("topic", 0, Schema.STRING_SCHEMA, "k", schema, value, 42);
    }
}
