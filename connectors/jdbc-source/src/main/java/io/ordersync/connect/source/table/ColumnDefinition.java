package io.ordersync.connect.source.table;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column of a result.
 *
 * @param type the name of the type in upper case, such as {@code INTEGER UNSIGNED}
 * @param jdbcType the type for JDBC, for types without a conversion of their own
 * @param digits the length: digits of a number, bits of a {@code bit}
 * @param scale the decimal places of a number, the digits of a fraction of a second
 * @param isNumbered whether the server numbers the rows in this column
 */
public record ColumnDefinition(
        String name, String type, int jdbcType, int digits, int scale, boolean isNullable, boolean isNumbered) {

    private static final String UNSIGNED = " UNSIGNED";

    static List<ColumnDefinition> of(ResultSetMetaData result) throws SQLException {
        List<ColumnDefinition> columns = new ArrayList<>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            columns.add(new ColumnDefinition(
                    result.getColumnLabel(i),
                    result.getColumnTypeName(i).toUpperCase(Locale.ROOT),
                    result.getColumnType(i),
                    result.getPrecision(i),
                    result.getScale(i),
                    result.isNullable(i) != ResultSetMetaData.columnNoNulls,
                    result.isAutoIncrement(i)));
        }
        return columns;
    }

    public boolean isUnsigned() {
        return type.endsWith(UNSIGNED);
    }

    /** Returns the type without its sign. */
    public String baseType() {
        return isUnsigned() ? type.substring(0, type.length() - UNSIGNED.length()) : type;
    }

    /** Whether the values are whole numbers that a long can hold, unsigned ones included. */
    public boolean isInteger() {
        return switch (baseType()) {
            case "TINYINT", "BOOLEAN", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT" -> true;
            case "DECIMAL" -> scale == 0 && digits <= 18;
            default -> false;
        };
    }

    public boolean isTime() {
        return type.equals("DATETIME") || type.equals("TIMESTAMP");
    }
}
