package io.ordersync.connect.source.config.published;

import io.ordersync.connect.database.options.AddressOptions;
import io.ordersync.connect.database.options.Effect;
import io.ordersync.connect.database.options.PublishedOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The options that the JDBC sources of Confluent and Aiven have beside ours, and misspelt names that are published widely. */
final class OptionsOfOtherSources {

    private static final String ONE_DATABASE = "The source reads MariaDB.";
    private static final String QUOTES = "The source quotes every name.";
    private static final String DEBEZIUM =
            "it belongs to the source that reads the binary log, io.ordersync.connect.debezium.MariaDbSourceConnector."
                    + " Here use connection.url.";

    private static final List<PublishedOption> SELF_MANAGED = List.of(
            misspelt("incremental.column.name", "incrementing.column.name"),
            misspelt("increment.column.name", "incrementing.column.name"),
            misspelt("timestamp.columns.name", "timestamp.column.name"),
            misspelt("timestamp.column.names", "timestamp.column.name"),
            ColumnMapping.of("timestamp.columns.mapping", "timestamp.column.name"),
            ColumnMapping.of("incrementing.column.mapping", "incrementing.column.name"),
            PublishedOption.sameAs("timestamp.initial.ms", "timestamp.initial"),
            PublishedOption.sameAs("query.masked", "query"),
            PublishedOption.sameAs("connection.username", "connection.user"),
            PublishedOption.withoutEffect(
                    "dialect.name",
                    "those of MySQL and MariaDB, GenericDatabaseDialect",
                    value -> value.toLowerCase(Locale.ROOT).matches(".*(mysql|mariadb|generic).*"),
                    ONE_DATABASE,
                    "the source has no dialect for another database; remove the option."),
            PublishedOption.withoutEffect("quote.sql.identifiers", QUOTES),
            PublishedOption.withoutEffect("sql.quote.identifiers", QUOTES),
            PublishedOption.withoutEffect("table.names.qualify", "The source qualifies the names that need it."),
            PublishedOption.withoutEffect("schema.pattern", "MariaDB has no schemas beside databases."),
            new PublishedOption(
                    "catalog.pattern",
                    "the database of connection.url",
                    "no effect",
                    "The source reads the database of connection.url. Other values are refused: name tables of other"
                            + " databases as database.table in table.whitelist.",
                    OptionsOfOtherSources::catalog),
            new PublishedOption(
                    "numeric.precision.mapping",
                    "true, false",
                    "true sets numeric.mapping to precision_only",
                    "",
                    (value, all) -> value.equalsIgnoreCase("true")
                            ? Effect.options(Map.of("numeric.mapping", "precision_only"))
                            : Effect.none("It is false.")),
            PublishedOption.withoutEffect(
                    "transaction.isolation.mode",
                    "all but READ_UNCOMMITTED",
                    value -> !value.equalsIgnoreCase("READ_UNCOMMITTED"),
                    "Each statement reads committed rows.",
                    "the source sends committed rows only; remove the option."),
            PublishedOption.withoutEffect(
                    "timestamp.granularity",
                    List.of("connect_logical"),
                    "A time of up to three decimals is Connect's Timestamp, a finer one a number of microseconds.",
                    "convert times with the transformation org.apache.kafka.connect.transforms.TimestampConverter$Value."),
            PublishedOption.withoutEffect(
                    "date.calendar.system",
                    List.of("legacy", "proleptic_gregorian"),
                    "The source uses the Gregorian calendar for all days.",
                    "use PROLEPTIC_GREGORIAN."),
            PublishedOption.withoutEffect("connection.attempts", "The source tries again until it succeeds."),
            PublishedOption.withoutEffect("query.retry.attempts", "The source tries again until it succeeds."),
            PublishedOption.withoutEffect("max.retries", "The source tries again until it succeeds."),
            PublishedOption.withoutEffect("connection.pool.*", "Each task has one connection."),
            PublishedOption.withoutEffect("poll.linger.ms", "A poll returns as soon as it has rows."),
            PublishedOption.withoutEffect(
                    "table.monitoring.startup.polling.limit.ms", "The tasks search for tables themselves."),
            PublishedOption.withoutEffect(
                    "jdbc.credentials.provider.*", "The credentials are connection.user and connection.password."),
            PublishedOption.withoutEffect("mssql.*", ONE_DATABASE),
            PublishedOption.withoutEffect("confluent.*", "The source needs no licence."),
            PublishedOption.withoutEffect("kafka.*", "The worker has its own connection to Kafka."));

    private static final List<PublishedOption> OTHERS = List.of(
            PublishedOption.refused("output.data.format", "choose the converter with value.converter."),
            PublishedOption.refused("output.key.format", "choose the converter with key.converter."),
            PublishedOption.refused("database.*", DEBEZIUM),
            PublishedOption.refused("schema.history.*", DEBEZIUM),
            PublishedOption.refused("include.schema.changes", DEBEZIUM),
            PublishedOption.refused("snapshot.mode", DEBEZIUM));

    static final List<PublishedOption> ALL = Stream.of(SELF_MANAGED, AddressOptions.ALL, OTHERS)
            .flatMap(List::stream)
            .toList();

    private OptionsOfOtherSources() {}

    /** The value is used, and the reader of the configuration learns the right name. */
    private static PublishedOption misspelt(String name, String right) {
        String notice = "%s is read as %s. It is not an option of this connector; did you mean %s?"
                .formatted(name, right, right);
        return new PublishedOption(
                name,
                "",
                "the same as " + right,
                "A warning names the right option.",
                (value, all) -> new Effect(Map.of(right, value), notice, null));
    }

    private static Effect catalog(String value, Map<String, String> all) {
        String url = all.getOrDefault("connection.url", "").replaceFirst("\\?.*", "");
        return value.isEmpty() || value.equals("null") || url.endsWith("/" + value)
                ? Effect.none("The source reads the database of connection.url.")
                : Effect.refused("name tables of other databases as database.table in table.whitelist.");
    }
}
