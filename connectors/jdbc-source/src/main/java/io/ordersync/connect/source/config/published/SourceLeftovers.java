package io.ordersync.connect.source.config.published;

import io.ordersync.connect.database.options.CommonLeftovers;
import io.ordersync.connect.database.options.PublishedOption;
import io.ordersync.connect.database.options.PublishedOptions;
import java.util.List;

/** All options of other connectors that this source knows, those of sinks included. */
public final class SourceLeftovers {

    private static final List<PublishedOption> OF_SINKS = PublishedOption.allWithoutEffect(
            "It is an option of sink connectors.",
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
            "errors.deadletterqueue.*");

    public static final PublishedOptions ALL =
            PublishedOptions.of(OptionsOfOtherSources.ALL, OF_SINKS, CommonLeftovers.ALL);

    private SourceLeftovers() {}
}
