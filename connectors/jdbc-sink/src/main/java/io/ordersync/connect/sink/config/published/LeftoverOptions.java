package io.ordersync.connect.sink.config.published;

import io.ordersync.connect.database.options.CommonLeftovers;
import io.ordersync.connect.database.options.PublishedOption;
import java.util.List;
import java.util.stream.Stream;

/** What published configurations contain besides the options of a sink: options of sources and of other sinks. */
final class LeftoverOptions {

    private static final String SOURCE = "It is an option of source connectors.";
    private static final String OTHER_SINK = "It is an option of sinks for other systems.";

    static final List<PublishedOption> ALL = Stream.of(
                    CommonLeftovers.ALL,
                    PublishedOption.allWithoutEffect(
                            SOURCE,
                            "mode",
                            "query",
                            "query.*",
                            "topic.prefix",
                            "topic.creation.*",
                            "poll.interval.ms",
                            "batch.max.rows",
                            "incrementing.*",
                            "timestamp.*",
                            "table.whitelist",
                            "table.blacklist",
                            "table.include.list",
                            "table.exclude.list",
                            "table.poll.interval.ms",
                            "catalog.pattern",
                            "schema.pattern",
                            "numeric.mapping",
                            "numeric.precision.mapping",
                            "validate.non.null",
                            "transaction.isolation.mode",
                            "transaction.boundary",
                            "exactly.once.support",
                            "database.*",
                            "schema.history.*",
                            "schema.name.adjustment.mode",
                            "snapshot.mode",
                            "include.schema.changes",
                            "time.precision.mode",
                            "decimal.handling.mode",
                            "column.include.list",
                            "column.exclude.list",
                            "heartbeat.*",
                            "skipped.operations",
                            "tombstones.on.delete",
                            "offsets.storage.topic"),
                    PublishedOption.allWithoutEffect(
                            OTHER_SINK,
                            "behavior.on.*",
                            "flush.size",
                            "key.ignore",
                            "schema.ignore",
                            "type.name",
                            "max.batch.size",
                            "error_handler"))
            .flatMap(List::stream)
            .toList();

    private LeftoverOptions() {}
}
