package io.ordersync.connect.sink.config.published;

import java.util.List;
import java.util.stream.Stream;

/** What published configurations contain besides the options of a sink: comments, and options of sources and workers. */
final class LeftoverOptions {

    private static final String COMMENT = "It is a comment.";
    private static final String SOURCE = "It is an option of source connectors.";
    private static final String OTHER_SINK = "It is an option of sinks for other systems.";
    private static final String WORKER = "It is an option of the worker.";
    private static final String DRIVER = "The plugin contains MariaDB's driver.";
    private static final String CONVERTER =
            "It is an option of a converter: put key.converter. or value.converter. before it.";

    static final List<PublishedOption> ALL = Stream.of(
                    all(COMMENT, "_*", "//*", "#*", "comment*", "description", "note", "notes", "documentation"),
                    all(
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
                    all(DRIVER, "connection.driver*", "driver.*", "jdbc.driver*"),
                    all(
                            OTHER_SINK,
                            "behavior.on.*",
                            "flush.size",
                            "key.ignore",
                            "schema.ignore",
                            "type.name",
                            "max.batch.size",
                            "error_handler"),
                    all(
                            WORKER,
                            "plugin.path",
                            "plugin.discovery",
                            "listeners",
                            "rest.*",
                            "internal.*",
                            "config.storage.*",
                            "status.storage.*",
                            "offset.storage.*",
                            "offset.flush.*",
                            "connector.client.config.override.policy"),
                    all(
                            CONVERTER,
                            "schemas.enable",
                            "schema.registry.*",
                            "schema.registry",
                            "basic.auth.*",
                            "auto.register.schemas",
                            "use.latest.version"))
            .flatMap(List::stream)
            .toList();

    private LeftoverOptions() {}

    private static List<PublishedOption> all(String why, String... names) {
        return Stream.of(names)
                .map(name -> PublishedOption.withoutEffect(name, why))
                .toList();
    }
}
