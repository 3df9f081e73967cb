package io.ordersync.connect.database.options;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All options of other connectors that one of ours knows. The README and the validation use the same list. */
public record PublishedOptions(List<PublishedOption> all) {

    @SafeVarargs
    public static PublishedOptions of(List<PublishedOption>... lists) {
        return new PublishedOptions(Stream.of(lists).flatMap(List::stream).toList());
    }

    /** Prefers a full name to a pattern. */
    Optional<PublishedOption> find(String name) {
        return matching(name, false).or(() -> matching(name, true));
    }

    private Optional<PublishedOption> matching(String name, boolean isPattern) {
        return all.stream()
                .filter(option -> option.isPattern() == isPattern && option.matches(name))
                .findFirst();
    }

    /** Returns the full names. */
    Stream<String> names() {
        return all.stream().filter(option -> !option.isPattern()).map(PublishedOption::name);
    }
}
