package io.ordersync.connect.sink.config.published;

import io.ordersync.connect.database.options.Effect;
import io.ordersync.connect.database.options.PublishedOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The options that Debezium's JDBC sink has beside ours. */
final class DebeziumOptions {

    static final String TIME_ZONE = "use.time.zone";

    private static final String ONE_CONNECTION = "Each task has one connection and opens it again when it breaks.";
    private static final String LAST_STATE = "The sink writes the last state of each row of a batch.";

    static final List<PublishedOption> ALL = List.of(
            PublishedOption.sameAs("connection.username", "connection.user"),
            PublishedOption.withoutEffect("connection.provider", ONE_CONNECTION),
            PublishedOption.withoutEffect("connection.pool.*", ONE_CONNECTION),
            PublishedOption.withoutEffect("connection.restart.on.errors", ONE_CONNECTION),
            PublishedOption.withoutEffect("hibernate.*", "The sink does not use Hibernate."),
            new PublishedOption(
                    "primary.key.mode",
                    "none, kafka, record_key, record_value",
                    "the same as pk.mode",
                    "For record_header, copy the header with the transformation"
                            + " org.apache.kafka.connect.transforms.HeaderFrom$Value and use record_value.",
                    DebeziumOptions::primaryKeyMode),
            PublishedOption.sameAs("primary.key.fields", "pk.fields"),
            new PublishedOption(
                    "schema.evolution",
                    "none, basic, validate-only",
                    "basic sets auto.create and auto.evolve to true, the others to false",
                    "The sink always checks at registration what it can check.",
                    DebeziumOptions::schemaEvolution),
            PublishedOption.sameAs(
                    "collection.name.format",
                    "table.name.format",
                    "Each dot of a topic becomes an underscore. ${source.…} is refused: use topics.to.tables.mapping."),
            PublishedOption.withoutEffect(
                    "collection.table.format",
                    List.of("${table}"),
                    "The table is named after the topic.",
                    "use table.name.format or topics.to.tables.mapping."),
            strategy("collection.naming.strategy", "use topics.to.tables.mapping, or the transformation RegexRouter."),
            strategy("table.naming.strategy", "use topics.to.tables.mapping, or the transformation RegexRouter."),
            strategy("column.naming.strategy", "rename fields with the transformation ReplaceField$Value."),
            new PublishedOption(
                    "field.include.list",
                    "",
                    "the same as fields.whitelist",
                    "An entry may be topic:field if the connector has one topic.",
                    (value, all) -> fields(value, all, "fields.whitelist")),
            new PublishedOption(
                    "field.exclude.list",
                    "",
                    "the same as fields.blacklist",
                    "An entry may be topic:field if the connector has one topic.",
                    (value, all) -> fields(value, all, "fields.blacklist")),
            PublishedOption.sameAs("database.time_zone", TIME_ZONE),
            PublishedOption.sameAs("flush.max.retries", "max.retries"),
            PublishedOption.sameAs("flush.retry.delay.ms", "retry.backoff.ms"),
            PublishedOption.withoutEffect("use.reduction.buffer", LAST_STATE),
            PublishedOption.withoutEffect("keyed.message.batch.mode", LAST_STATE),
            PublishedOption.withoutEffect("quote.identifiers", "The sink quotes every name."),
            PublishedOption.withoutEffect(
                    "truncate.enabled",
                    List.of("false"),
                    "The sink never empties a table.",
                    "leave truncations out at the source, with skipped.operations=t."),
            PublishedOption.withoutEffect("cloud.events.schema.name.pattern", "The sink does not read CloudEvents."),
            PublishedOption.withoutEffect("enable.sces", "It chooses between two versions of Debezium's code."),
            PublishedOption.withoutEffect("dialect.*", "The sink writes to MariaDB."));

    private DebeziumOptions() {}

    private static PublishedOption strategy(String name, String instead) {
        return PublishedOption.withoutEffect(
                name,
                "Debezium's default classes",
                value -> value.matches("io\\.debezium\\..*\\.Default\\w*NamingStrategy"),
                "The sink names tables and columns as Debezium does by default.",
                instead);
    }

    private static Effect primaryKeyMode(String value, Map<String, String> all) {
        return value.equalsIgnoreCase("record_header")
                ? Effect.refused("copy the header with the transformation"
                        + " org.apache.kafka.connect.transforms.HeaderFrom$Value and use record_value.")
                : Effect.options(Map.of("pk.mode", value));
    }

    private static Effect schemaEvolution(String value, Map<String, String> all) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "basic" -> Effect.options(Map.of("auto.create", "true", "auto.evolve", "true"));
            case "none", "validate-only" -> Effect.options(Map.of("auto.create", "false", "auto.evolve", "false"));
            default -> Effect.refused("use none, basic or validate-only.");
        };
    }

    private static Effect fields(String value, Map<String, String> all, String target) {
        Set<String> topics = Set.copyOf(split(all.getOrDefault("topics", "")));
        List<String> entries = split(value);
        boolean isOfOneTopic = topics.size() == 1
                && entries.stream()
                        .filter(entry -> entry.contains(":"))
                        .allMatch(entry -> topics.contains(entry.substring(0, entry.lastIndexOf(':'))));
        if (!isOfOneTopic && value.contains(":")) {
            return Effect.refused("it names fields by topic; make a connector for each topic.");
        }
        return Effect.options(Map.of(
                target,
                entries.stream()
                        .map(entry -> entry.substring(entry.lastIndexOf(':') + 1))
                        .collect(Collectors.joining(","))));
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
