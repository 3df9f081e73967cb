package io.ordersync.connect.source.ddl;

import io.debezium.relational.Column;
import io.debezium.relational.ValueConverter;
import io.debezium.relational.ValueConverterProvider;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of the types {@code enum} and {@code set} as MariaDB stores them. The binary log has only the places of
 * the options; Debezium adds a backslash to a comma in an option, and keeps two for one.
 */
final class OptionConverters implements ValueConverterProvider {

    private final ValueConverterProvider others;

    OptionConverters(ValueConverterProvider others) {
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
                List<String> options = options(column);
                yield value -> isPlace(value, options) ? options.get((int) value - 1) : other.convert(value);
            }
            case "SET" -> {
                List<String> options = options(column);
                yield value -> value instanceof Long places ? join(places, options) : other.convert(value);
            }
            default -> other;
        };
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

    private static List<String> options(Column column) {
        return column.enumValues().stream().map(OptionConverters::option).toList();
    }

    /** @param sql the option as it is written in the statement */
    private static String option(String sql) {
        List<SqlToken> tokens = SqlTokenizer.tokens(sql);
        return tokens.size() == 1 && tokens.get(0).isString() ? tokens.get(0).text() : sql;
    }
}
