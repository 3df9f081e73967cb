package io.ordersync.connect.debezium.ddl;

import io.debezium.connector.binlog.BinlogDatabaseSchema;
import io.debezium.relational.DefaultValueConverter;
import io.debezium.relational.RelationalDatabaseSchema;
import io.debezium.relational.TableSchemaBuilder;
import io.debezium.relational.ValueConverterProvider;
import io.debezium.relational.ddl.DdlParser;
import java.lang.reflect.Field;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Corrects how a source reads the defaults of columns and the options of {@code enum} and {@code set}. Debezium has no
 * extension point for its parser and its conversions, so their fields are replaced.
 */
public final class SchemaCorrections {

    private SchemaCorrections() {}

    /**
     * Call it before the source reads its first statement.
     *
     * @param schema the tables that a source knows
     * @param bytesAreBytes whether the schema of bytes is bytes, and not a text such as Base64
     */
    public static void correct(BinlogDatabaseSchema<?, ?, ?, ?> schema, boolean bytesAreBytes) {
        Property<DdlParser> parser = new Property<>(BinlogDatabaseSchema.class, "ddlParser", schema);
        parser.set(new LiteralDdlParser(parser.get()));
        Object builder = new Property<>(RelationalDatabaseSchema.class, "schemaBuilder", schema).get();
        Property<DefaultValueConverter> defaults =
                new Property<>(TableSchemaBuilder.class, "defaultValueConverter", builder);
        defaults.set(new ColumnDefaults(defaults.get(), bytesAreBytes));
        Property<ValueConverterProvider> values =
                new Property<>(TableSchemaBuilder.class, "valueConverterProvider", builder);
        values.set(new StoredValues(values.get()));
    }

    private record Property<T>(Class<?> owner, String name, Object object) {

        @SuppressWarnings("unchecked")
        T get() {
            try {
                return (T) field().get(object);
            } catch (ReflectiveOperationException e) {
                throw unknown(e);
            }
        }

        void set(T value) {
            try {
                field().set(object, value);
            } catch (ReflectiveOperationException e) {
                throw unknown(e);
            }
        }

        private Field field() throws NoSuchFieldException {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        }

        private ConnectException unknown(ReflectiveOperationException cause) {
            return new ConnectException("This version of Debezium has no field %s.%s".formatted(owner, name), cause);
        }
    }
}
