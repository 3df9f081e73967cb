package io.ordersync.connect.sink.type;

import io.ordersync.connect.sink.table.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The type of a staging column, which holds a value exactly as the value would be a literal of a statement: the server then
 * converts it to the type of the target column in the same way. Pairs of schema and column for which that is not certain have
 * no staging type.
 *
 * @param kind the class of the values
 * @param scale the decimal places of a {@link Kind#DECIMAL}
 */
public record StagingType(Kind kind, int scale) {

    /** The classes of values that {@link Binding} makes. */
    public enum Kind {
        INTEGER,
        UNSIGNED,
        DECIMAL,
        DOUBLE,
        TEXT,
        BYTES
    }

    private static final int DECIMAL_DIGITS = 65;
    private static final int LARGEST_SCALE = 38;
    private static final int NUMBER_BYTES = 8;
    private static final int DECIMAL_BYTES = 32;
    private static final int CHARACTER_BYTES = 4;
    private static final int UNSIGNED_BITS = 64;

    private static final Set<String> EXACT = Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal");
    private static final Set<String> APPROXIMATE = Set.of("float", "double");
    /** Without {@code tinytext} and {@code tinyblob}: the server cuts what it copies into them from another column. */
    private static final Set<String> TEXTS = Set.of("char", "varchar", "text", "mediumtext", "longtext");

    private static final Set<String> BINARIES = Set.of("binary", "varbinary", "blob", "mediumblob", "longblob");
    private static final Set<String> OF_TEXTS =
            Set.of("enum", "set", "date", "time", "datetime", "timestamp", "year", "uuid", "inet4", "inet6");

    /** Returns the type in which values for a column are staged, or null if they cannot be. */
    public static @Nullable StagingType of(Schema schema, Column column) {
        String target = column.type();
        boolean isNumber = EXACT.contains(target) || APPROXIMATE.contains(target);
        Kind kind = kind(schema);
        return switch (kind) {
            case INTEGER ->
                isNumber || TEXTS.contains(target) || target.equals("bit") || target.equals("year")
                        ? new StagingType(kind, 0)
                        : null;
            case UNSIGNED -> target.equals("bit") ? new StagingType(kind, 0) : null;
            case DECIMAL -> isNumber ? decimal(scaleOf(schema)) : null;
            case DOUBLE -> isNumber ? ofDouble(column) : null;
            case TEXT ->
                isNumber || TEXTS.contains(target) || BINARIES.contains(target) || OF_TEXTS.contains(target)
                        ? new StagingType(kind, 0)
                        : null;
            case BYTES -> BINARIES.contains(target) ? new StagingType(kind, 0) : null;
        };
    }

    private static Kind kind(Schema schema) {
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            return Kind.DECIMAL;
        }
        if (TemporalFit.isTemporal(schema)) {
            return Kind.TEXT;
        }
        return switch (schema.type()) {
            case INT8, INT16, INT32, INT64, BOOLEAN -> Kind.INTEGER;
            case FLOAT32, FLOAT64 -> Kind.DOUBLE;
            case STRING -> Kind.TEXT;
            default -> DebeziumType.of(schema) == null ? Kind.BYTES : Kind.UNSIGNED;
        };
    }

    /** {@link ExactFit} turns a float or double into a decimal for a column that has decimal places. */
    private static @Nullable StagingType ofDouble(Column column) {
        boolean isDouble =
                APPROXIMATE.contains(column.type()) && !column.definition().contains("(");
        return isDouble ? new StagingType(Kind.DOUBLE, 0) : decimal(column.scale());
    }

    private static @Nullable StagingType decimal(int scale) {
        return scale > LARGEST_SCALE ? null : new StagingType(Kind.DECIMAL, scale);
    }

    private static int scaleOf(Schema schema) {
        String scale = schema.parameters() == null ? null : schema.parameters().get(Decimal.SCALE_FIELD);
        return scale == null || !scale.matches("[0-9]{1,2}") ? 0 : Integer.parseInt(scale);
    }

    /** @param width the characters of a text, or the bytes of a binary value */
    public String definition(int width) {
        return switch (kind) {
            case INTEGER -> "BIGINT";
            case UNSIGNED -> "BIGINT UNSIGNED";
            case DECIMAL -> "DECIMAL(" + DECIMAL_DIGITS + "," + scale + ")";
            case DOUBLE -> "DOUBLE";
            case TEXT -> "VARCHAR(" + width + ") CHARACTER SET utf8mb4";
            case BYTES -> "VARBINARY(" + width + ")";
        };
    }

    /** The bytes that a value takes in a row of fixed length, as the storage engine MEMORY has them. */
    public int bytes(int width) {
        return switch (kind) {
            case INTEGER, UNSIGNED, DOUBLE -> NUMBER_BYTES;
            case DECIMAL -> DECIMAL_BYTES;
            case TEXT -> width * CHARACTER_BYTES + 2;
            case BYTES -> width + 2;
        };
    }

    /** The width that a value needs at most; 0 for types without a width. */
    public int width(Object value) {
        return value instanceof String text && kind == Kind.TEXT
                ? text.length()
                : value instanceof byte[] bytes ? bytes.length : 0;
    }

    /**
     * Appends a value, which is not null.
     *
     * @return false if a column of this type does not hold the value exactly
     */
    public boolean append(Object value, TabSeparatedText text) {
        return switch (kind) {
            case DECIMAL -> appendDecimal(value, text);
            case UNSIGNED -> appendBits(value, text);
            default -> {
                appendExact(value, text);
                yield true;
            }
        };
    }

    private void appendExact(Object value, TabSeparatedText text) {
        switch (kind) {
            case INTEGER ->
                text.appendNumber(value instanceof Boolean truth ? truth ? 1 : 0 : ((Number) value).longValue());
            case TEXT -> text.appendText((String) value);
            case BYTES -> text.appendBytes((byte[]) value);
            default -> text.appendAscii(value.toString());
        }
    }

    private static boolean appendBits(Object value, TabSeparatedText text) {
        text.appendAscii(value.toString());
        return value instanceof BigInteger bits && bits.bitLength() <= UNSIGNED_BITS;
    }

    /** A negative zero, which comes as a text, has no sign in a decimal. */
    private boolean appendDecimal(Object value, TabSeparatedText text) {
        if (value instanceof BigDecimal number) {
            BigDecimal shortest = number.scale() > scale ? number.stripTrailingZeros() : number;
            text.appendAscii(shortest.toPlainString());
            return shortest.scale() <= scale && shortest.precision() - shortest.scale() <= DECIMAL_DIGITS - scale;
        }
        text.appendAscii(value.toString());
        return true;
    }
}
