package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.config.KeyMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.type.FieldSource;
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

/** Finds what records of one shape have for their rows, as the options say; those of the primary key come first. */
final class FieldSources {

    private final SinkConfig config;

    FieldSources(SinkConfig config) {
        this.config = config;
    }

    /** @throws UnstorableRecordException if the record lacks what the options ask for */
    List<FieldSource> of(SinkRecord record) {
        Schema schema = struct(record.valueSchema(), "value");
        List<FieldSource> sources = new ArrayList<>(
                keys(record).stream().map(key -> agreeing(key, schema)).toList());
        Set<String> keys = sources.stream().map(FieldSource::field).collect(Collectors.toSet());
        schema.fields().stream()
                .filter(field -> !keys.contains(field.name()) && isWanted(field.name()))
                .forEach(field -> sources.add(new FieldSource(field.name(), field.schema(), ofValue(field), false)));
        return sources;
    }

    /** @throws UnstorableRecordException if the record lacks a part of the key */
    List<FieldSource> keys(SinkRecord record) {
        return switch (config.keyMode()) {
            case NONE -> List.of();
            case RECORD_KEY -> recordKey(record);
            case RECORD_VALUE -> fields(struct(record.valueSchema(), "value"), "value", FieldSources::ofValue);
        };
    }

    /** A row has one place for what key and value both name; if they differ, one of them would be written off. */
    private FieldSource agreeing(FieldSource key, Schema valueSchema) {
        Field field = valueSchema.field(key.field());
        if (config.keyMode() != KeyMode.RECORD_KEY || field == null || !isWanted(key.field())) {
            return key;
        }
        FieldSource.Reader value = ofValue(field);
        return new FieldSource(key.field(), key.schema(), record -> agreed(key, record, value.read(record)), true);
    }

    private static @Nullable Object agreed(FieldSource key, SinkRecord record, @Nullable Object inValue) {
        Object inKey = key.reader().read(record);
        if (inValue != null
                && !Objects.deepEquals(inKey, inValue)
                && !inValue.toString().equals(String.valueOf(inKey))) {
            throw UnstorableRecordException.keyAndValueDiffer(key.field());
        }
        return inKey;
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
            return fields(schema, "key", FieldSources::ofKey);
        }
        if (config.keyFields().size() != 1) {
            throw UnstorableRecordException.plainKeyNeedsOneField(
                    config.keyFields().size());
        }
        return List.of(new FieldSource(config.keyFields().get(0), schema, SinkRecord::key, true));
    }

    private List<FieldSource> fields(Schema schema, String part, Function<Field, FieldSource.Reader> reader) {
        List<String> names = config.keyFields().isEmpty()
                ? schema.fields().stream().map(Field::name).toList()
                : config.keyFields();
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

    private boolean isWanted(String field) {
        return config.fieldsWhitelist().isEmpty() || config.fieldsWhitelist().contains(field);
    }

    private static Schema struct(@Nullable Schema schema, String part) {
        if (schema == null || schema.type() != Schema.Type.STRUCT) {
            throw UnstorableRecordException.noStruct(part, schema);
        }
        return schema;
    }

    private static FieldSource.Reader ofValue(Field field) {
        return reader(record -> (Struct) record.value(), field);
    }

    private static FieldSource.Reader ofKey(Field field) {
        return reader(record -> (Struct) record.key(), field);
    }

    /** A default stands in for what is required and missing; an optional null is a value like any other. */
    private static FieldSource.Reader reader(Function<SinkRecord, Struct> part, Field field) {
        boolean nullIsMeant = field.schema().isOptional() && field.schema().defaultValue() != null;
        return nullIsMeant
                ? record -> part.apply(record).getWithoutDefault(field.name())
                : record -> part.apply(record).get(field);
    }
}
