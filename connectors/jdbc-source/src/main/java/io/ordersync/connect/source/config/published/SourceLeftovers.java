package io.ordersync.connect.source.config.published;

import io.ordersync.connect.database.options.CommonLeftovers;
import io.ordersync.connect.database.options.PublishedOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All options of other connectors that this source knows, those of sinks included. */
final class SourceLeftovers {

    private static final String SINK = "It is an option of sink connectors.";

    static final List<PublishedOption> OF_SINKS = Stream.of(
                    "insert.mode",
                    "delete.enabled",
                    "auto.create",
                    "auto.evolve",
                    "pk.mode",
                    "pk.fields",
                    "table.name.format",
                    "fields.whitelist",
                    "batch.size",
                    "topics",
                    "topics.regex",
                    "errors.deadletterqueue.*")
            .map(name -> PublishedOption.withoutEffect(name, SINK))
            .toList();

    private SourceLeftovers() {}

    static Stream<PublishedOption> all() {
        return Stream.of(OptionsOfOtherSources.ALL, OF_SINKS, CommonLeftovers.ALL)
                .flatMap(List::stream);
    }

    /** Prefers a full name to a pattern. */
    static Optional<PublishedOption> find(String name) {
        Optional<PublishedOption> exact = all().filter(option -> !option.isPattern() && option.matches(name))
                .findFirst();
        return exact.or(() -> all().filter(option -> option.isPattern() && option.matches(name))
                .findFirst());
    }
}
