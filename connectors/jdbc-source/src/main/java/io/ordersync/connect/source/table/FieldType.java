package io.ordersync.connect.source.table;

import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * How a column becomes a field.
 *
 * @param schema the schema without its optionality; a new one for each field
 * @param cast the type to which the server converts the value before it sends it, or an empty text
 */
record FieldType(SchemaBuilder schema, String cast, ValueReader reader) {

    static FieldType of(SchemaBuilder schema, ValueReader reader) {
        return new FieldType(schema, "", reader);
    }
}
