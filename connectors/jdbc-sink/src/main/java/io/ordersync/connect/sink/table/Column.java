package io.ordersync.connect.sink.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column as {@code information_schema} describes it.
 *
 * @param name the name as the table spells it
 * @param type the type without its length, in lower case, such as {@code varchar}
 * @param definition the type with its length, such as {@code varchar(20)}
 * @param collation the collation of a text, in lower case, or null
 * @param scale the decimal places of a {@code decimal}; 0 for other types
 * @param fraction the digits of a second of a time; 0 for other types
 * @param length the characters of a text, or the bytes of other types; 0 for types without a length
 * @param isGenerated whether the server numbers the rows in this column
 */
public record Column(
        String name,
        String type,
        String definition,
        @Nullable String collation,
        int scale,
        int fraction,
        long length,
        boolean isGenerated) {

    public Column {
        type = type.toLowerCase(Locale.ROOT);
        collation = collation == null ? null : collation.toLowerCase(Locale.ROOT);
    }
}
