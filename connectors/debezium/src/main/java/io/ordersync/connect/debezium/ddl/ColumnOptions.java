package io.ordersync.connect.debezium.ddl;

import io.debezium.relational.Column;
import java.util.List;

/** The options of an {@code enum} or {@code set} column, in their order. */
record ColumnOptions(List<String> values) {

    /** Debezium keeps the options as they are written in the statement. */
    static ColumnOptions of(Column column) {
        return new ColumnOptions(
                column.enumValues().stream().map(ColumnOptions::unquoted).toList());
    }

    private static String unquoted(String sql) {
        List<SqlToken> tokens = SqlTokenizer.tokens(sql);
        return tokens.size() == 1 && tokens.get(0).isString() ? tokens.get(0).text() : sql;
    }

    /** Returns the option that MariaDB finds for a text. Blanks at the end, upper and lower case do not matter. */
    String find(String text) {
        String stripped = stripBlanks(text);
        return values.contains(stripped)
                ? stripped
                : values.stream()
                        .filter(option -> stripBlanks(option).equalsIgnoreCase(stripped))
                        .findFirst()
                        .orElse(text);
    }

    /** Returns the options that MariaDB finds for a list, each of them once. */
    String findAll(String list) {
        List<String> found = List.of(list.split(",")).stream().map(this::find).toList();
        return values.containsAll(found)
                ? String.join(",", values.stream().filter(found::contains).toList())
                : list;
    }

    /** MariaDB strips no other white space. */
    static String stripBlanks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }
}
