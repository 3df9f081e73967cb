package io.ordersync.connect.debezium.ddl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.debezium.relational.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Writes a constant in the form in which Debezium keeps the default of a column: a text. */
final class DefaultExpression {

    private DefaultExpression() {}

    static String of(Column column, SqlLiteral literal) {
        int digits = Math.max(0, column.length());
        return switch (type(column)) {
            case "BINARY", "VARBINARY", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB" ->
                new String(literal.bytes(), ISO_8859_1);
            case "BIT" -> bits(literal);
            case "DATE" -> TemporalText.date(literal.text(UTF_8));
            case "DATETIME", "TIMESTAMP" -> TemporalText.timestamp(literal.text(UTF_8), digits);
            case "TIME" -> TemporalText.time(literal.text(UTF_8), digits);
            case "YEAR" -> TemporalText.year(literal.text(UTF_8), literal instanceof SqlLiteral.Number);
            case "CHAR", "CHARACTER", "NCHAR", "NATIONAL" -> characters(column, text(column, literal));
            case "ENUM" -> ColumnOptions.of(column).find(text(column, literal));
            case "SET" -> ColumnOptions.of(column).findAll(text(column, literal));
            default -> isNumber(column) ? number(column, literal) : text(column, literal);
        };
    }

    /** The first word of the type: {@code INT} of {@code INT UNSIGNED ZEROFILL}. */
    static String type(Column column) {
        String name = column.typeName().toUpperCase(Locale.ROOT).trim();
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }

    private static boolean isNumber(Column column) {
        return switch (type(column)) {
            case "TINYINT",
                    "SMALLINT",
                    "MEDIUMINT",
                    "INT",
                    "INTEGER",
                    "BIGINT",
                    "INT1",
                    "INT2",
                    "INT3",
                    "INT4",
                    "INT8" -> true;
            case "DECIMAL", "DEC", "NUMERIC", "FIXED", "FLOAT", "FLOAT4", "FLOAT8", "DOUBLE", "REAL" -> true;
            case "BOOL", "BOOLEAN" -> true;
            default -> false;
        };
    }

    private static String characters(Column column, String text) {
        boolean isVarying = column.typeName().toUpperCase(Locale.ROOT).contains("VAR");
        return isVarying ? text : ColumnOptions.stripBlanks(text);
    }

    private static String number(Column column, SqlLiteral literal) {
        try {
            BigDecimal number = new BigDecimal(literal.number());
            return hasRoundedDigits(column) ? rounded(column, number.doubleValue()) : number.toPlainString();
        } catch (NumberFormatException e) {
            return literal.number();
        }
    }

    /** {@code float(7,2)} */
    private static boolean hasRoundedDigits(Column column) {
        return switch (type(column)) {
            case "FLOAT", "FLOAT4", "FLOAT8", "DOUBLE", "REAL" -> column.scale().isPresent();
            default -> false;
        };
    }

    /**
     * MariaDB rounds the binary fraction, and a half to the even digit. Debezium's type of {@code float(7,2)} is double, so
     * the default is the float's exact value, as in the records.
     */
    private static String rounded(Column column, double number) {
        double whole = Math.floor(number);
        double power = Math.pow(10, column.scale().orElseThrow());
        double rounded = whole + Math.rint((number - whole) * power) / power;
        return BigDecimal.valueOf(
                        type(column).startsWith("FLOAT") && !type(column).equals("FLOAT8") ? (float) rounded : rounded)
                .toPlainString();
    }

    /** Debezium reads the default of bits as binary digits. */
    private static String bits(SqlLiteral literal) {
        return literal instanceof SqlLiteral.Number number
                ? new BigDecimal(number.value()).toBigInteger().toString(2)
                : new BigInteger(1, literal.bytes()).toString(2);
    }

    private static String text(Column column, SqlLiteral literal) {
        MariaDbCharset charset = literal instanceof SqlLiteral.Bytes ? MariaDbCharset.of(column.charsetName()) : null;
        return charset == null ? literal.text(UTF_8) : charset.decode(literal.bytes());
    }

    static boolean isText(Column column) {
        return switch (DefaultExpression.type(column)) {
            case "CHAR", "CHARACTER", "NCHAR", "VARCHAR", "NVARCHAR", "NATIONAL" -> true;
            case "TEXT", "TINYTEXT", "MEDIUMTEXT", "LONGTEXT", "LONG" -> true;
            default -> false;
        };
    }
}
