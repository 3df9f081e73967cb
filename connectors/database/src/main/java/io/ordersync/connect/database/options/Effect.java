package io.ordersync.connect.database.options;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the value of an option does.
 *
 * @param options the options of the connector that it stands for
 * @param notice why it has no effect, or null
 * @param error why it is refused and what to use instead, or null
 */
public record Effect(
        Map<String, String> options,
        @Nullable String notice,
        @Nullable String error) {

    public static Effect options(Map<String, String> options) {
        return new Effect(options, null, null);
    }

    public static Effect none(String why) {
        return new Effect(Map.of(), why, null);
    }

    /** @param instead what to use instead, in lower case */
    public static Effect unknown(String instead) {
        return new Effect(Map.of(), null, "is not an option of this connector: " + instead);
    }

    /** @param instead what to use instead, in lower case */
    public static Effect refused(String instead) {
        return new Effect(Map.of(), null, "is not possible with this value: " + instead);
    }
}
