package io.ordersync.connect.database.options;

import java.util.List;
import java.util.stream.Stream;

/** What published configurations contain besides the options of a connector: comments, and options of drivers and workers. */
public final class CommonLeftovers {

    private static final String COMMENT = "It is a comment.";
    private static final String DRIVER = "The plugin contains MariaDB's driver.";
    private static final String WORKER = "It is an option of the worker.";
    private static final String CONVERTER =
            "It is an option of a converter: put key.converter. or value.converter. before it.";

    public static final List<PublishedOption> ALL = Stream.of(
                    PublishedOption.allWithoutEffect(
                            COMMENT, "_*", "//*", "#*", "comment*", "description", "note", "notes", "documentation"),
                    PublishedOption.allWithoutEffect(DRIVER, "connection.driver*", "driver.*", "jdbc.driver*"),
                    PublishedOption.allWithoutEffect(
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
                    PublishedOption.allWithoutEffect(
                            CONVERTER,
                            "schemas.enable",
                            "schema.registry.*",
                            "schema.registry",
                            "basic.auth.*",
                            "auto.register.schemas",
                            "use.latest.version"))
            .flatMap(List::stream)
            .toList();

    private CommonLeftovers() {}
}
