package io.ordersync.connect.debezium.ddl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.debezium.relational.Column;
import io.debezium.relational.DefaultValueConverter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns the default of a column, as {@link DefaultExpression} writes it, into a value of the column's schema. Debezium does
 * so for most types. It fails for the default of a uuid, rounds large integers, takes bytes for UTF-8 and times for times of
 * the worker's time zone.
 */
final class ColumnDefaults implements DefaultValueConverter {

    private static final String NOW = "1970-01-01 00:00:00"; // what Debezium writes for current_timestamp

    private final DefaultValueConverter others;
    private final boolean bytesAreBytes;

    /** @param bytesAreBytes whether the schema of bytes is bytes, and not a text such as Base64 */
    ColumnDefaults(DefaultValueConverter others, boolean bytesAreBytes) {
        this.others = others;
        this.bytesAreBytes = bytesAreBytes;
    }

    @Override
    public Optional<Object> parseDefaultValue(Column column, String expression) {
        if (expression == null) {
            return Optional.empty();
        }
        return switch (DefaultExpression.type(column)) {
            case "UUID" -> Optional.of(uuid(expression));
            case "TIMESTAMP" -> timestamp(column, expression);
            case "BINARY", "VARBINARY", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB" ->
                bytesAreBytes ? Optional.of(bytes(column, expression)) : others.parseDefaultValue(column, expression);
            case "BIGINT", "INT8" -> bigint(column, expression);
            default ->
                DefaultExpression.isText(column)
                        ? Optional.of(expression)
                        : others.parseDefaultValue(column, expression);
        };
    }

    /** All spellings that MariaDB takes become the one that it returns. */
    private static String uuid(String text) {
        String digits = text.replaceAll("[-{}]", "").toLowerCase(Locale.ROOT);
        return digits.replaceFirst("^(\\w{8})(\\w{4})(\\w{4})(\\w{4})(\\w{12})$", "$1-$2-$3-$4-$5");
    }

    private Optional<Object> timestamp(Column column, String text) {
        boolean isConstant = text.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d+)?")
                && !text.equals(NOW)
                && !text.startsWith("0000-00-00");
        return isConstant ? Optional.of(text.replace(' ', 'T') + "Z") : others.parseDefaultValue(column, text);
    }

    private static ByteBuffer bytes(Column column, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        boolean isPadded = column.jdbcType() == Types.BINARY && bytes.length < column.length();
        return ByteBuffer.wrap(isPadded ? Arrays.copyOf(bytes, column.length()) : bytes);
    }

    private Optional<Object> bigint(Column column, String text) {
        boolean isUnsigned = column.typeName().toUpperCase(Locale.ROOT).contains("UNSIGNED");
        if (isUnsigned || !text.matches("-?\\d+(\\.\\d+)?")) {
            return others.parseDefaultValue(column, text);
        }
        return Optional.of(
                new BigDecimal(text).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
