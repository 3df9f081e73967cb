package io.ordersync.connect.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.jspecify.annotations.Nullable;

/** Writes structs of one schema. */
final class StructWriter implements PayloadWriter {

    private final Schema schema;
    private final List<FieldWriter> fields;

    private StructWriter(Schema schema, List<FieldWriter> fields) {
        this.schema = schema;
        this.fields = fields;
    }

    /** Returns null if a field cannot be written. */
    static @Nullable StructWriter of(Schema schema, JsonConverterConfig config) {
        List<FieldWriter> fields = new ArrayList<>();
        for (Field field : schema.fields()) {
            PayloadWriter payload = PayloadWriter.of(field.schema(), config);
            if (payload == null) {
                return null;
            }
            fields.add(new FieldWriter(field, new SerializedString(field.name()), payload));
        }
        return new StructWriter(schema, fields);
    }

    @Override
    public void write(JsonGenerator json, @Nullable Object value) throws IOException {
        Struct struct = (Struct) value;
        if (!struct.schema().equals(schema)) {
            throw new DataException("The struct has another schema");
        }
        json.writeStartObject();
        for (FieldWriter field : fields) {
            field.write(json, struct);
        }
        json.writeEndObject();
    }

    private record FieldWriter(Field field, SerializedString name, PayloadWriter payload) {

        void write(JsonGenerator json, Struct struct) throws IOException {
            json.writeFieldName(name);
            payload.write(json, value(struct));
        }

        /** A struct finds a value faster by its field than by its name, but shows a default instead of null then. */
        private @Nullable Object value(Struct struct) {
            return field.schema().defaultValue() == null ? struct.get(field) : struct.getWithoutDefault(field.name());
        }
    }
}
