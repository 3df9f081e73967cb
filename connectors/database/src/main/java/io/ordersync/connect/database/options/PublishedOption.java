package io.ordersync.connect.database.options;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An option that a connector of ours does not have, but another one.
 *
 * @param name the name; an asterisk at its end stands for any text
 * @param values the values that have the meaning; empty for all
 * @param meaning what ours makes of it
 * @param explanation why, and what to use instead
 * @param rule returns the effect of a value, given all options
 */
public record PublishedOption(
        String name,
        String values,
        String meaning,
        String explanation,
        BiFunction<String, Map<String, String>, Effect> rule) {

    private static final String ANY = "*";
    private static final String NO_EFFECT = "no effect";
    private static final String OTHERS = " Other values are refused: ";

    public static PublishedOption sameAs(String name, String target) {
        return sameAs(name, target, "");
    }

    public static PublishedOption sameAs(String name, String target, String explanation) {
        return new PublishedOption(
                name, "", "the same as " + target, explanation, (value, all) -> Effect.options(Map.of(target, value)));
    }

    public static PublishedOption withoutEffect(String name, String why) {
        return new PublishedOption(name, "", NO_EFFECT, why, (value, all) -> Effect.none(why));
    }

    /** Several options that have no effect for the same reason. */
    public static List<PublishedOption> allWithoutEffect(String why, String... names) {
        return Stream.of(names).map(name -> withoutEffect(name, why)).toList();
    }

    /**
     * Every other value is refused.
     *
     * @param instead what to use instead of them, in lower case
     */
    public static PublishedOption withoutEffect(String name, List<String> values, String why, String instead) {
        Predicate<String> listed = value -> values.contains(value.toLowerCase(Locale.ROOT));
        return withoutEffect(name, values.isEmpty() ? "empty" : String.join(", ", values), listed, why, instead);
    }

    /**
     * Every value that is not accepted is refused.
     *
     * @param instead what to use instead of them, in lower case
     */
    public static PublishedOption withoutEffect(
            String name, String values, Predicate<String> accepted, String why, String instead) {
        return new PublishedOption(
                name,
                values,
                NO_EFFECT,
                why + OTHERS + instead,
                (value, all) -> value.isBlank() || accepted.test(value) ? Effect.none(why) : Effect.refused(instead));
    }

    public static PublishedOption refused(String name, String why) {
        return new PublishedOption(name, "", "refused", why, (value, all) -> Effect.unknown(why));
    }

    public boolean matches(String option) {
        return name.endsWith(ANY)
                ? option.startsWith(name.substring(0, name.length() - ANY.length()))
                : option.equals(name);
    }

    public boolean isPattern() {
        return name.endsWith(ANY);
    }

    public Effect effect(String value, Map<String, String> all) {
        return rule.apply(value.strip(), all);
    }
}
