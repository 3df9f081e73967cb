package io.ordersync.connect.sink.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.connect.sink.table.Column;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that the server would round, cut or reinterpret without an error, even in strict mode. Chosen once per
 * schema and column, so that values of the usual pairs, such as those of tables that the sink has created, cost next to
 * nothing.
 */
final class ExactFit {

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<Schema.Type> INTEGER_SCHEMAS =
            Set.of(Schema.Type.INT8, Schema.Type.INT16, Schema.Type.INT32, Schema.Type.INT64);
    private static final int LATEST_SHORT_YEAR = 99;

    private ExactFit() {}

    /** Returns the check of converted values, which may convert them further; null if no value needs a check. */
    static @Nullable UnaryOperator<Object> of(Schema schema, Column column) {
        if (INTEGERS.contains(column.type()) || column.type().equals("decimal")) {
            return isInteger(schema) ? null : value -> decimal(value, schema, column);
        }
        return switch (column.type()) {
            case "float", "double" -> approximate(schema, column);
            case "date", "time", "datetime", "timestamp" -> TemporalFit.of(schema, column);
            case "year" -> value -> year(value, schema, column);
            case "enum", "set" -> value -> option(value, column);
            case "varchar" -> value -> withoutSurplusBlanks(value, column);
            case "char" -> value -> withoutBlanks(value, column);
            case "tinytext", "text", "mediumtext" -> value -> withoutSurplusBytes(value, column);
            case "binary" -> value -> full(value, column);
            case "bit" -> bits(schema, column);
            default -> null;
        };
    }

    private static boolean isInteger(Schema schema) {
        return INTEGER_SCHEMAS.contains(schema.type()) || schema.type() == Schema.Type.BOOLEAN;
    }

    /** The decimals of a float or double are those of its shortest text. */
    private static Object decimal(Object value, Schema schema, Column column) {
        BigDecimal number = number(value, schema);
        if (number != null
                && number.scale() > column.scale()
                && number.stripTrailingZeros().scale() > column.scale()) {
            throw UnstorableRecordException.inexact(column.definition(), number.toPlainString());
        }
        return value instanceof Double && number != null ? number : value;
    }

    private static @Nullable BigDecimal number(Object value, Schema schema) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Double number) {
            return new BigDecimal(
                    schema.type() == Schema.Type.FLOAT32 ? Float.toString(number.floatValue()) : number.toString());
        }
        try {
            return value instanceof String text ? new BigDecimal(text.trim()) : null;
        } catch (NumberFormatException e) {
            return null; // the server refuses it
        }
    }

    private static @Nullable UnaryOperator<Object> approximate(Schema schema, Column column) {
        boolean isFloat = column.type().equals("float");
        if (column.definition().contains("(")) { // float(7,2) rounds as decimal(7,2) does
            return value -> decimal(value, schema, column);
        }
        if (schema.type() == Schema.Type.STRING || schema.type() == Schema.Type.BYTES) {
            return value -> shortest(value, schema, isFloat, column);
        }
        if (isInteger(schema)) {
            return value -> whole(value, isFloat, column);
        }
        return isFloat && schema.type() == Schema.Type.FLOAT64 ? value -> single(value, column) : null;
    }

    private static Object whole(Object value, boolean isFloat, Column column) {
        if (value instanceof Number number) {
            double approximate = isFloat ? number.floatValue() : number.doubleValue();
            if (!new BigDecimal(approximate).equals(new BigDecimal(number.longValue()))) {
                throw UnstorableRecordException.inexact(column.definition(), number.toString());
            }
        }
        return value;
    }

    /** A decimal or a text fits into a float or double if that is written with the same digits. */
    private static Object shortest(Object value, Schema schema, boolean isFloat, Column column) {
        BigDecimal number = number(value, schema);
        double approximate = number == null ? 0 : isFloat ? number.floatValue() : number.doubleValue();
        if (number != null
                && (Double.isInfinite(approximate)
                        || number.compareTo(new BigDecimal(
                                        isFloat ? Float.toString((float) approximate) : Double.toString(approximate)))
                                != 0)) {
            throw UnstorableRecordException.inexact(column.definition(), value.toString());
        }
        return value;
    }

    /** A double fits into a float if its shortest text stays the same. */
    private static Object single(Object value, Column column) {
        if (value instanceof Double number
                && new BigDecimal(number.toString())
                                .compareTo(new BigDecimal(finite(number.floatValue(), number, column)))
                        != 0) {
            throw UnstorableRecordException.inexact(column.definition(), number.toString());
        }
        return value;
    }

    private static String finite(float rounded, Double number, Column column) {
        if (Float.isInfinite(rounded)) {
            throw UnstorableRecordException.inexact(column.definition(), number.toString());
        }
        return Float.toString(rounded);
    }

    /** The server takes the numbers from 1 to 99, and texts of two digits, for years of this or the last century. */
    private static Object year(Object value, Schema schema, Column column) {
        boolean isYear = value instanceof Number number
                ? isWhole(number) && (number.longValue() <= 0 || number.longValue() > LATEST_SHORT_YEAR)
                : value instanceof String text && text.matches("\\d{4}") && !TemporalFit.isTemporal(schema);
        if (!isYear) {
            throw UnstorableRecordException.inexact(column.definition(), value.toString());
        }
        return value;
    }

    /** The server takes a number, and a text of digits that is no option, for the place of an option. */
    private static Object option(Object value, Column column) {
        boolean isPlace = value instanceof Number
                || value instanceof String text
                        && !text.isEmpty()
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                        && !column.definition().contains("'" + text + "'");
        if (isPlace) {
            throw UnstorableRecordException.inexact(column.definition(), "the number " + value);
        }
        return value;
    }

    private static boolean isWhole(Number number) {
        return !(number instanceof Double || number instanceof BigDecimal)
                || number.doubleValue() == Math.rint(number.doubleValue());
    }

    /** The server takes the bytes of a text for the bits. */
    private static @Nullable UnaryOperator<Object> bits(Schema schema, Column column) {
        if (schema.type() == Schema.Type.STRING) {
            return value -> {
                throw UnstorableRecordException.inexact(column.definition(), "a text");
            };
        }
        return isInteger(schema) ? null : value -> decimal(value, schema, column);
    }

    /** A {@code char} has no blanks at its end. */
    private static Object withoutBlanks(Object value, Column column) {
        if (value instanceof String text && text.endsWith(" ")) {
            throw UnstorableRecordException.inexact(column.definition(), "blanks at the end of a text");
        }
        return value;
    }

    /** The server cuts surplus blanks at the end without an error. The columns are measured in bytes. */
    private static Object withoutSurplusBytes(Object value, Column column) {
        if (value instanceof String text && text.endsWith(" ") && text.getBytes(UTF_8).length > column.length()) {
            throw UnstorableRecordException.inexact(column.definition(), "a text with more bytes");
        }
        return value;
    }

    /** The server cuts surplus blanks at the end without an error. */
    private static Object withoutSurplusBlanks(Object value, Column column) {
        if (value instanceof String text
                && text.length() > column.length()
                && text.endsWith(" ")
                && text.codePointCount(0, text.length()) > column.length()) {
            throw UnstorableRecordException.inexact(column.definition(), "a text with more characters");
        }
        return value;
    }

    /** The server appends zeros to shorter values. */
    private static Object full(Object value, Column column) {
        int length = value instanceof byte[] bytes
                ? bytes.length
                : value instanceof String text ? text.getBytes(UTF_8).length : Integer.MAX_VALUE;
        if (length < column.length()) {
            throw UnstorableRecordException.inexact(column.definition(), length + " bytes");
        }
        return value;
    }
}
