package io.ordersync.connect.sink.config.published;

import io.ordersync.connect.database.options.PublishedOptions;

/** All options of other sinks that this sink knows. */
public final class OptionsOfOtherSinks {

    public static final PublishedOptions ALL =
            PublishedOptions.of(ConfluentOptions.ALL, DebeziumOptions.ALL, LeftoverOptions.ALL);

    private OptionsOfOtherSinks() {}
}
