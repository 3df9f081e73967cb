package io.ordersync.connect.sink.config.published;

import io.ordersync.connect.database.options.PublishedOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All options of other sinks that this sink knows. The README and the validation use the same list. */
final class PublishedOptions {

    private PublishedOptions() {}

    static Stream<PublishedOption> all() {
        return Stream.of(ConfluentOptions.ALL, DebeziumOptions.ALL, LeftoverOptions.ALL)
                .flatMap(List::stream);
    }

    static boolean isOfDebezium(String name) {
        return name.equals(DebeziumOptions.TIME_ZONE)
                || DebeziumOptions.ALL.stream().anyMatch(option -> option.matches(name))
                        && ConfluentOptions.ALL.stream().noneMatch(option -> option.matches(name));
    }

    /** Prefers a full name to a pattern. */
    static Optional<PublishedOption> find(String name) {
        Optional<PublishedOption> exact = all().filter(option -> !option.isPattern() && option.matches(name))
                .findFirst();
        return exact.or(() -> all().filter(option -> option.isPattern() && option.matches(name))
                .findFirst());
    }
}
