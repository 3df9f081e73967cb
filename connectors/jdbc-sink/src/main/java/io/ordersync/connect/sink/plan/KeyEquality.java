package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.UniqueIndex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows which keys are certain: two different certain keys never belong to the same row, whatever the database takes for
 * equal (collations, trailing blanks, spellings of a number or a uuid, a second unique index). Only records with certain
 * keys may change places.
 */
final class KeyEquality {

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Pattern COMMON_COLLATION =
            Pattern.compile("utf8mb[34]_(general|unicode|unicode_520|uca1400_a[is])(_nopad)?_c[is]");

    private final boolean isUnique;
    private final List<Predicate<Object>> certain;

    private KeyEquality(boolean isUnique, List<Predicate<Object>> certain) {
        this.isUnique = isUnique;
        this.certain = certain;
    }

    /**
     * @param keys the columns by which the sink finds a row
     * @param values the other columns that the sink writes
     */
    static KeyEquality of(Table table, List<Column> keys, List<Column> values) {
        Set<String> names = keys.stream().map(Column::name).collect(Collectors.toSet());
        boolean isUnique = table.uniqueIndexes().stream().anyMatch(index -> isOn(index, names))
                && table.uniqueIndexes().stream()
                        .allMatch(index -> isOn(index, names) || isGenerated(index, table, values));
        return new KeyEquality(
                isUnique, keys.stream().map(KeyEquality::certainValues).toList());
    }

    /** @param values the values of the key's columns, perhaps followed by others; no null among the key's values */
    boolean isCertain(@Nullable Object[] values) {
        if (!isUnique) {
            return false;
        }
        for (int i = 0; i < certain.size(); i++) {
            if (!certain.get(i).test(values[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOn(UniqueIndex index, Set<String> columns) {
        return !index.isPartial() && Set.copyOf(index.columns()).equals(columns);
    }

    /** Whether the server numbers the rows, so that no record brings a value for the index. */
    private static boolean isGenerated(UniqueIndex index, Table table, List<Column> values) {
        return index.columns().stream()
                .map(table::column)
                .anyMatch(column -> column != null && column.isGenerated() && !values.contains(column));
    }

    private static Predicate<Object> certainValues(Column column) {
        if (INTEGERS.contains(column.type())) {
            return value -> isInteger(value) || value instanceof Boolean;
        }
        return switch (column.type()) {
            case "decimal" -> value -> isInteger(value) || isDecimal(value, column.scale());
            case "varbinary" -> byte[].class::isInstance;
            case "uuid" -> value -> value instanceof String text && isCanonicalUuid(text);
            case "varchar" -> certainTexts(String.valueOf(column.collation()));
            default -> value -> false;
        };
    }

    private static boolean isInteger(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    /** The server would round a number with more decimals. */
    private static boolean isDecimal(Object value, int scale) {
        return value instanceof BigDecimal number && number.scale() <= scale;
    }

    private static Predicate<Object> certainTexts(String collation) {
        if (collation.endsWith("_nopad_bin")) {
            return String.class::isInstance;
        }
        if (collation.endsWith("_bin")) {
            return value -> value instanceof String text && !text.endsWith(" ");
        }
        return COMMON_COLLATION.matcher(collation).matches()
                ? value -> value instanceof String text && isPlain(text)
                : value -> false;
    }

    /** Collations take two texts of these characters for equal only if they are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && (c < 'a' || c > 'z') && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isCanonicalUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (isHyphen ? c != '-' : !isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
