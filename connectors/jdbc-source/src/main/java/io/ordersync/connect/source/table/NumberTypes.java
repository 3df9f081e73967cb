package io.ordersync.connect.source.table;

import static io.ordersync.connect.source.table.FieldTypes.nullable;

import io.ordersync.connect.source.config.NumericMapping;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/** The fields of numbers. An unsigned column needs the next larger type. */
final class NumberTypes {

    /** The digits that every value of an integer type can have. */
    private static final int DIGITS_OF_INT8 = 2;

    private static final int DIGITS_OF_INT16 = 4;
    private static final int DIGITS_OF_INT32 = 9;
    private static final int DIGITS_OF_INT64 = 18;

    private NumberTypes() {}

    static FieldType integer(ColumnDefinition column) {
        return switch (column.baseType()) {
            case "TINYINT", "BOOLEAN" -> column.isUnsigned() ? int16() : int8();
            case "SMALLINT" -> column.isUnsigned() ? int32() : int16();
            case "MEDIUMINT" -> int32();
            case "INTEGER" -> column.isUnsigned() ? int64() : int32();
            default -> column.isUnsigned() ? decimal(0) : int64();
        };
    }

    static FieldType decimal(ColumnDefinition column, NumericMapping mapping) {
        boolean isSmall = column.digits() <= DIGITS_OF_INT64;
        if (mapping == NumericMapping.NONE) {
            return decimal(column.scale());
        }
        if (column.scale() == 0) {
            return isSmall ? integerOf(column.digits()) : decimal(0);
        }
        boolean isApproximate =
                mapping == NumericMapping.BEST_FIT_EAGER_DOUBLE || (mapping == NumericMapping.BEST_FIT && isSmall);
        return isApproximate ? float64() : decimal(column.scale());
    }

    private static FieldType integerOf(int digits) {
        if (digits <= DIGITS_OF_INT8) {
            return int8();
        }
        if (digits <= DIGITS_OF_INT16) {
            return int16();
        }
        return digits <= DIGITS_OF_INT32 ? int32() : int64();
    }

    private static FieldType int8() {
        return FieldType.of(SchemaBuilder.int8(), nullable(ResultSet::getByte));
    }

    private static FieldType int16() {
        return FieldType.of(SchemaBuilder.int16(), nullable(ResultSet::getShort));
    }

    private static FieldType int32() {
        return FieldType.of(SchemaBuilder.int32(), nullable(ResultSet::getInt));
    }

    private static FieldType int64() {
        return FieldType.of(SchemaBuilder.int64(), nullable(ResultSet::getLong));
    }

    /** The server sends a float as six digits, but the double of the same value with all of them. */
    static FieldType float32() {
        return new FieldType(SchemaBuilder.float32(), "DOUBLE", nullable(ResultSet::getFloat));
    }

    /** Without a conversion the server would round the values of a {@code double(10,2)}. */
    static FieldType float64() {
        return new FieldType(SchemaBuilder.float64(), "DOUBLE", nullable(ResultSet::getDouble));
    }

    private static FieldType decimal(int scale) {
        return FieldType.of(Decimal.builder(scale), (row, column) -> scaled(row, column, scale));
    }

    private static @Nullable BigDecimal scaled(ResultSet row, int column, int scale) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new BigDecimal(text).setScale(scale);
    }
}
