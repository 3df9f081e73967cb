package io.ordersync.connect.debezium.ddl;

import io.debezium.relational.Column;
import io.debezium.relational.ValueConverter;
import io.debezium.relational.ValueConverterProvider;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from the binary log as MariaDB stores them. The log has only the places of the options of {@code enum} and
 * {@code set}; Debezium adds a backslash to a comma in an option, and keeps two for one. The log has the year 0 as 0, which
 * Debezium's client takes for 1900. It has texts as bytes in the {@link MariaDbCharset} of their column.
 */
final class StoredValues implements ValueConverterProvider {

    private static final Year NO_YEAR = Year.of(1900); // MariaDB's first year is 1901

    private final ValueConverterProvider others;

    StoredValues(ValueConverterProvider others) {
        this.others = others;
    }

    @Override
    public SchemaBuilder schemaBuilder(Column column) {
        return others.schemaBuilder(column);
    }

    @Override
    public @Nullable ValueConverter converter(Column column, Field field) {
        ValueConverter other = others.converter(column, field);
        return switch (DefaultExpression.type(column)) {
            case "ENUM" -> {
                List<String> options = ColumnOptions.of(column).values();
                yield value -> isPlace(value, options) ? options.get((int) value - 1) : other.convert(value);
            }
            case "SET" -> {
                List<String> options = ColumnOptions.of(column).values();
                yield value -> value instanceof Long places ? join(places, options) : other.convert(value);
            }
            case "YEAR" ->
                value -> value instanceof Number || value instanceof Year ? year(value) : other.convert(value);
            default -> {
                MariaDbCharset charset =
                        DefaultExpression.isText(column) ? MariaDbCharset.of(column.charsetName()) : null;
                yield charset == null
                        ? other
                        : value -> value instanceof byte[] bytes ? charset.decode(bytes) : other.convert(value);
            }
        };
    }

    /** A number comes from a snapshot's query. */
    private static Object year(Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        return NO_YEAR.equals(value) ? 0 : ((Year) value).getValue();
    }

    /** The place 0 stands for an invalid value. */
    private static boolean isPlace(@Nullable Object value, List<String> options) {
        return value instanceof Integer place && place > 0 && place <= options.size();
    }

    private static String join(long places, List<String> options) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if ((places >>> i & 1) == 1) {
                chosen.add(options.get(i));
            }
        }
        return String.join(",", chosen);
    }
}
