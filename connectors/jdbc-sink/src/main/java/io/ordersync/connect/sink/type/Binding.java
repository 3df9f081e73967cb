package io.ordersync.connect.sink.type;

import io.ordersync.connect.sink.table.Column;
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

    /** Beyond this no column can hold the number, and its digits would fill the memory. */
    private static final int MOST_DIGITS = 1_000;

    /** The types that the schemas of Kafka Connect must have. */
    private static final Map<String, Schema.Type> LOGICAL_TYPES = Map.of(
            Timestamp.LOGICAL_NAME, Schema.Type.INT64,
            Date.LOGICAL_NAME, Schema.Type.INT32,
            Time.LOGICAL_NAME, Schema.Type.INT32,
            Decimal.LOGICAL_NAME, Schema.Type.BYTES);

    /** Times are sent as text in UTC, so that no time zone of client, driver or server can shift them. */
    private static final Map<String, Binding> LOGICAL = Map.of(
            Timestamp.LOGICAL_NAME, new Binding(value -> UtcText.timestamp((java.util.Date) value), TEXT),
            Date.LOGICAL_NAME, new Binding(value -> UtcText.date((java.util.Date) value), TEXT),
            Time.LOGICAL_NAME, new Binding(value -> UtcText.time((java.util.Date) value), TEXT),
            Decimal.LOGICAL_NAME,
                    new Binding(
                            Binding::decimal, (statement, i, value) -> statement.setBigDecimal(i, (BigDecimal) value)));

    /** For values of several classes: driver and server convert them to the type of the column. */
    private static final Setter CONVERTED = (statement, i, value) -> statement.setObject(i, value);

    private static final Map<Schema.Type, Binding> PRIMITIVE = Map.of(
            Schema.Type.INT8, of(Byte.class, (statement, i, value) -> statement.setInt(i, (Byte) value)),
            Schema.Type.INT16, of(Short.class, (statement, i, value) -> statement.setInt(i, (Short) value)),
            Schema.Type.INT32, of(Integer.class, (statement, i, value) -> statement.setInt(i, (Integer) value)),
            Schema.Type.INT64, of(Long.class, (statement, i, value) -> statement.setLong(i, (Long) value)),
            Schema.Type.FLOAT32, new Binding(value -> number(((Float) value).doubleValue()), CONVERTED),
            Schema.Type.FLOAT64, new Binding(value -> number((Double) value), CONVERTED),
            Schema.Type.BOOLEAN, of(Boolean.class, (statement, i, value) -> statement.setBoolean(i, (Boolean) value)),
            Schema.Type.STRING, new Binding(value -> UnicodeText.check((String) value), TEXT),
            Schema.Type.BYTES,
                    new Binding(Binding::bytes, (statement, i, value) -> statement.setBytes(i, (byte[]) value)));

    /** Returns the binding of a schema, or null for arrays, maps and structs, and for a name that needs another type. */
    public static @Nullable Binding of(Schema schema) {
        DebeziumType debezium = DebeziumType.of(schema);
        if (debezium != null) {
            return debezium.type() == schema.type() ? new Binding(debezium.convert(), CONVERTED) : null;
        }
        Binding logical = schema.name() == null ? null : LOGICAL.get(schema.name());
        if (logical != null) {
            return LOGICAL_TYPES.get(schema.name()) == schema.type() ? logical : null;
        }
        return PRIMITIVE.get(schema.type());
    }

    /** Returns the binding of a schema for a column, which refuses values that this column cannot hold exactly. */
    public static @Nullable Binding of(Schema schema, Column column) {
        Binding binding = of(schema);
        UnaryOperator<Object> fit = binding == null ? null : ExactFit.of(schema, column);
        return fit == null
                ? binding
                : new Binding(value -> fit.apply(binding.convert().apply(value)), binding.setter());
    }

    private static Binding of(Class<?> type, Setter setter) {
        return new Binding(type::cast, setter);
    }

    /**
     * Returns the number as the driver has to send it. A float is sent as the double of the same value: its shortest text
     * stands for many doubles, of which the server would compare or store another one. A negative zero is sent as text,
     * since the server reads the number -0.0 as a decimal without a sign.
     */
    private static Object number(double value) {
        if (!Double.isFinite(value)) {
            throw UnstorableRecordException.notFinite(value);
        }
        return value == 0 && 1 / value < 0 ? "-0.0" : (Object) value;
    }

    private static Object decimal(Object value) {
        BigDecimal number = (BigDecimal) value;
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw UnstorableRecordException.tooManyDigits();
        }
        return number;
    }

    static Object bytes(Object value) {
        if (!(value instanceof ByteBuffer buffer)) {
            return (byte[]) value;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
