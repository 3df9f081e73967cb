package io.ordersync.connect.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns the change events of Debezium's sources into plain records: the row after the change, or a tombstone for a deleted
 * row. Other records stay as they are.
 */
final class ChangeEvents {

    private static final String ENVELOPE = ".Envelope";
    private static final String OPERATION = "op";
    private static final String AFTER = "after";

    private final boolean skipsDeletes;
    private @Nullable Schema lastSchema;
    private boolean lastIsEvent;

    /** @param skipsDeletes whether tombstones, deletions and truncations are left out */
    ChangeEvents(boolean skipsDeletes) {
        this.skipsDeletes = skipsDeletes;
    }

    Collection<SinkRecord> flatten(Collection<SinkRecord> records) {
        if (!containsAny(records)) {
            return records;
        }
        List<SinkRecord> plain = new ArrayList<>(records.size());
        for (SinkRecord record : records) {
            SinkRecord flat = isEvent(record) ? flatten(record) : record;
            if (flat != null && !(skipsDeletes && flat.value() == null)) {
                plain.add(flat);
            }
        }
        return plain;
    }

    private boolean containsAny(Collection<SinkRecord> records) {
        for (SinkRecord record : records) {
            if (isEvent(record) || (skipsDeletes && record.value() == null)) {
                return true;
            }
        }
        return false;
    }

    /** Returns null if the event is to be left out. An event without a row stays as it is, and is refused later. */
    private @Nullable SinkRecord flatten(SinkRecord record) {
        Struct event = (Struct) record.value();
        return switch (String.valueOf(event.getString(OPERATION))) {
            case "c", "r", "u" -> {
                Struct after = event.getStruct(AFTER);
                yield after == null ? record : with(record, after.schema(), after);
            }
            case "d" -> with(record, null, null);
            default -> skipsDeletes ? null : record;
        };
    }

    private static SinkRecord with(SinkRecord record, @Nullable Schema schema, @Nullable Object value) {
        return record.newRecord(
                record.topic(),
                record.kafkaPartition(),
                record.keySchema(),
                record.key(),
                schema,
                value,
                record.timestamp(),
                record.headers());
    }

    private boolean isEvent(SinkRecord record) {
        if (!(record.value() instanceof Struct) || record.valueSchema() == null) {
            return false;
        }
        if (record.valueSchema() != lastSchema) {
            lastSchema = record.valueSchema();
            lastIsEvent = isEnvelope(record.valueSchema());
        }
        return lastIsEvent;
    }

    private static boolean isEnvelope(Schema schema) {
        return schema.name() != null
                && schema.name().endsWith(ENVELOPE)
                && schema.type() == Schema.Type.STRUCT
                && isOf(Schema.Type.STRING, schema.field(OPERATION))
                && isOf(Schema.Type.STRUCT, schema.field(AFTER));
    }

    private static boolean isOf(Schema.Type type, @Nullable Field field) {
        return field != null && field.schema().type() == type;
    }
}
