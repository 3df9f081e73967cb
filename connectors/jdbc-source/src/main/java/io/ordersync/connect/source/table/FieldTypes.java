package io.ordersync.connect.source.table;

import io.ordersync.connect.source.config.TypeConfig;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Set;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/** The field for each type of column. The sink of this repository stores every value as it was. */
final class FieldTypes {

    private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private FieldTypes() {}

    static FieldType of(ColumnDefinition column, TypeConfig config) {
        return switch (column.baseType()) {
            case "TINYINT", "BOOLEAN", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT" -> NumberTypes.integer(column);
            case "DECIMAL" -> NumberTypes.decimal(column, config.numbers());
            case "FLOAT" -> NumberTypes.float32();
            case "DOUBLE" -> NumberTypes.float64();
            case "YEAR" ->
                FieldType.of(
                        SchemaBuilder.int32().name("io.debezium.time.Year").version(1), nullable(ResultSet::getInt));
            case "DATE" -> TimeTypes.date(column);
            case "TIME" -> TimeTypes.time();
            case "DATETIME" -> TimeTypes.timestamp(column, config.zone());
            case "TIMESTAMP" -> TimeTypes.timestamp(column, ZoneOffset.UTC);
            case "BIT" -> bits(column.digits());
            case "UUID" ->
                FieldType.of(
                        SchemaBuilder.string().name("io.debezium.data.Uuid").version(1), ResultSet::getString);
            default ->
                BINARY.contains(column.jdbcType())
                        ? FieldType.of(SchemaBuilder.bytes(), ResultSet::getBytes)
                        : FieldType.of(SchemaBuilder.string(), ResultSet::getString);
        };
    }

    private static FieldType bits(int length) {
        if (length == 1) {
            return FieldType.of(SchemaBuilder.bool(), nullable(ResultSet::getBoolean));
        }
        SchemaBuilder schema = SchemaBuilder.bytes()
                .name("io.debezium.data.Bits")
                .version(1)
                .parameter("length", String.valueOf(length));
        return FieldType.of(schema, FieldTypes::lowestByteFirst);
    }

    private static @Nullable Object lowestByteFirst(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return ByteBuffer.wrap(reversed);
    }

    /** The getters of JDBC for primitive types return 0 for NULL. */
    static ValueReader nullable(ValueReader reader) {
        return (row, column) -> {
            Object value = reader.read(row, column);
            return row.wasNull() ? null : value;
        };
    }
}
