package io.ordersync.connect.source.config;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The end of the statements that read rows.
 *
 * @param limit the number of rows if the text began with LIMIT; the source writes that clause itself
 * @param text everything else
 */
public record QuerySuffix(OptionalInt limit, String text) {

    private static final Pattern LIMIT =
            Pattern.compile("\\s*limit\\s+(\\d{1,9})(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static QuerySuffix parse(@Nullable String suffix) {
        String text = suffix == null ? "" : suffix.strip().replaceAll(";+$", "");
        Matcher limit = LIMIT.matcher(text);
        return limit.matches()
                ? new QuerySuffix(
                        OptionalInt.of(Math.max(1, Integer.parseInt(limit.group(1)))),
                        limit.group(2) == null ? "" : limit.group(2).strip())
                : new QuerySuffix(OptionalInt.empty(), text);
    }
}
