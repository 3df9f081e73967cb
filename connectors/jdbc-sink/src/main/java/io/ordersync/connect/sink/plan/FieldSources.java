package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.config.KeyConfig;
import io.ordersync.connect.sink.config.KeyMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.config.WriteConfig;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.LocalTimes;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Selects, as the options say, the fields of a record that its row needs; those of the primary key come first. */
final class FieldSources {

    private final KeyConfig keys;
    private final WriteConfig writes;
    private final LocalTimes times;

    FieldSources(SinkConfig config) {
        this.keys = config.keys();
        this.writes = config.writes();
        this.times = new LocalTimes(config.zones().connect(), config.zones().zoned());
    }

    /** @throws UnstorableRecordException if the record lacks a field that the options ask for */
    List<FieldSource> selectRowFields(SinkRecord record) {
        Schema schema = requireStruct(record.valueSchema(), "value");
        List<FieldSource> sources = new ArrayList<>(selectKeyFields(record).stream()
                .map(key -> requireSameInValue(key, schema))
                .toList());
        Set<String> keyFields = sources.stream().map(FieldSource::field).collect(Collectors.toSet());
        schema.fields().stream()
                .filter(field -> !keyFields.contains(field.name()) && writes.includes(field.name()))
                .forEach(
                        field -> sources.add(new FieldSource(field.name(), field.schema(), valueReader(field), false)));
        return sources;
    }

    /** @throws UnstorableRecordException if the record lacks a part of the key */
    List<FieldSource> selectKeyFields(SinkRecord record) {
        return switch (keys.mode()) {
            case NONE -> List.of();
            case KAFKA -> coordinates();
            case RECORD_KEY -> recordKey(record);
            case RECORD_VALUE -> fields(requireStruct(record.valueSchema(), "value"), "value", this::valueReader);
        };
    }

    /** A row has one column for a field that both key and value have; if the two differ, one of them would be lost. */
    private FieldSource requireSameInValue(FieldSource key, Schema valueSchema) {
        Field field = valueSchema.field(key.field());
        if (keys.mode() != KeyMode.RECORD_KEY || field == null || !writes.includes(key.field())) {
            return key;
        }
        FieldSource.Reader value = valueReader(field);
        return new FieldSource(key.field(), key.schema(), record -> readChecked(key, record, value.read(record)), true);
    }

    private static @Nullable Object readChecked(FieldSource key, SinkRecord record, @Nullable Object inValue) {
        Object inKey = key.reader().read(record);
        if (inValue != null
                && !Objects.deepEquals(inKey, inValue)
                && !inValue.toString().equals(String.valueOf(inKey))) {
            throw UnstorableRecordException.keyAndValueDiffer(key.field());
        }
        return inKey;
    }

    /** The place that the record was read from; a transformation may have changed the topic of the record. */
    private List<FieldSource> coordinates() {
        List<String> names = keys.fields();
        return List.of(
                new FieldSource(names.get(0), Schema.STRING_SCHEMA, SinkRecord::originalTopic, true),
                new FieldSource(names.get(1), Schema.INT32_SCHEMA, SinkRecord::originalKafkaPartition, true),
                new FieldSource(names.get(2), Schema.INT64_SCHEMA, SinkRecord::originalKafkaOffset, true));
    }

    private List<FieldSource> recordKey(SinkRecord record) {
        Schema schema = record.keySchema();
        if (record.key() == null) {
            throw UnstorableRecordException.nullKey();
        }
        if (schema == null) {
            throw UnstorableRecordException.noKeySchema();
        }
        if (schema.type() == Schema.Type.STRUCT) {
            return fields(schema, "key", this::keyReader);
        }
        if (keys.fields().size() != 1) {
            throw UnstorableRecordException.plainKeyNeedsOneField(keys.fields().size());
        }
        return List.of(FieldSource.ofPlainKey(keys.fields().get(0), schema, times.read(schema, SinkRecord::key)));
    }

    private List<FieldSource> fields(Schema schema, String part, Function<Field, FieldSource.Reader> reader) {
        List<String> names = keys.fields().isEmpty()
                ? schema.fields().stream().map(Field::name).toList()
                : keys.fields();
        return names.stream().map(name -> source(schema, name, part, reader)).toList();
    }

    private static FieldSource source(
            Schema schema, String name, String part, Function<Field, FieldSource.Reader> reader) {
        Field field = schema.field(name);
        if (field == null) {
            throw UnstorableRecordException.missingField(name, part);
        }
        return new FieldSource(name, field.schema(), reader.apply(field), true);
    }

    private static Schema requireStruct(@Nullable Schema schema, String part) {
        if (schema == null || schema.type() != Schema.Type.STRUCT) {
            throw UnstorableRecordException.notAStruct(part, schema);
        }
        return schema;
    }

    private FieldSource.Reader valueReader(Field field) {
        return reader(record -> (Struct) record.value(), field);
    }

    private FieldSource.Reader keyReader(Field field) {
        return reader(record -> (Struct) record.key(), field);
    }

    /** A default replaces a missing value of a required field. The null of an optional field is a value and stays null. */
    private FieldSource.Reader reader(Function<SinkRecord, Struct> part, Field field) {
        boolean nullIsValue = !writes.replaceNull()
                && field.schema().isOptional()
                && field.schema().defaultValue() != null;
        FieldSource.Reader reader = nullIsValue
                ? record -> part.apply(record).getWithoutDefault(field.name())
                : record -> part.apply(record).get(field);
        return times.read(field.schema(), reader);
    }
}
