package io.ordersync.connect.sink.type;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * How values of one schema become parameters of a statement. Chosen once per schema, used for every value.
 *
 * @param convert turns Connect's value into the parameter; throws if no column can hold the value
 * @param setter calls the method of the statement for this type
 */
public record Binding(UnaryOperator<Object> convert, Setter setter) {

    @FunctionalInterface
    public interface Setter {
        void set(PreparedStatement statement, int parameter, Object value) throws SQLException;
    }

    private static final Setter TEXT = (statement, i, value) -> statement.setString(i, (String) value);

    /** Times are sent as text in UTC, so that no time zone of client, driver or server can shift them. */
    private static final Map<String, Binding> LOGICAL = Map.of(
            Timestamp.LOGICAL_NAME, new Binding(value -> UtcText.timestamp((java.util.Date) value), TEXT),
            Date.LOGICAL_NAME, new Binding(value -> UtcText.date((java.util.Date) value), TEXT),
            Time.LOGICAL_NAME, new Binding(value -> UtcText.time((java.util.Date) value), TEXT),
            Decimal.LOGICAL_NAME, as((statement, i, value) -> statement.setBigDecimal(i, (BigDecimal) value)));

    private static final Map<Schema.Type, Binding> PRIMITIVE = Map.of(
            Schema.Type.INT8, as((statement, i, value) -> statement.setInt(i, ((Byte) value))),
            Schema.Type.INT16, as((statement, i, value) -> statement.setInt(i, ((Short) value))),
            Schema.Type.INT32, as((statement, i, value) -> statement.setInt(i, (Integer) value)),
            Schema.Type.INT64, as((statement, i, value) -> statement.setLong(i, (Long) value)),
            Schema.Type.FLOAT32,
                    new Binding(Binding::finite, (statement, i, value) -> statement.setFloat(i, (Float) value)),
            Schema.Type.FLOAT64,
                    new Binding(Binding::finite, (statement, i, value) -> statement.setDouble(i, (Double) value)),
            Schema.Type.BOOLEAN, as((statement, i, value) -> statement.setBoolean(i, (Boolean) value)),
            Schema.Type.STRING, as(TEXT),
            Schema.Type.BYTES,
                    new Binding(Binding::bytes, (statement, i, value) -> statement.setBytes(i, (byte[]) value)));

    /** For converted values: driver and server convert them to the type of the column. */
    private static final Setter CONVERTED = (statement, i, value) -> statement.setObject(i, value);

    /** Returns the binding of a schema, or null for arrays, maps and structs. */
    public static @Nullable Binding of(Schema schema) {
        DebeziumType debezium = DebeziumType.of(schema);
        if (debezium != null) {
            return new Binding(debezium.convert(), CONVERTED);
        }
        Binding logical = schema.name() == null ? null : LOGICAL.get(schema.name());
        return logical != null ? logical : PRIMITIVE.get(schema.type());
    }

    private static Binding as(Setter setter) {
        return new Binding(UnaryOperator.identity(), setter);
    }

    private static Object finite(Object value) {
        if (!Double.isFinite(((Number) value).doubleValue())) {
            throw UnstorableRecordException.notFinite(value);
        }
        return value;
    }

    static Object bytes(Object value) {
        if (!(value instanceof ByteBuffer buffer)) {
            return value;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
