package io.ordersync.connect.sink.config.published;

import io.ordersync.connect.database.options.AddressOptions;
import io.ordersync.connect.database.options.Effect;
import io.ordersync.connect.database.options.PublishedOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The options that Confluent's JDBC sink has beside ours, and Aiven's, which began as a copy of it. */
final class ConfluentOptions {

    private static final Set<String> UTC = Set.of("UTC", "Etc/UTC", "GMT", "Z", "");
    private static final String ONE_DATABASE = "The sink writes to MariaDB.";

    private static final List<PublishedOption> SELF_MANAGED = List.of(
            PublishedOption.withoutEffect(
                    "dialect.name",
                    "those of MySQL and MariaDB, GenericDatabaseDialect",
                    value -> value.toLowerCase(Locale.ROOT).matches(".*(mysql|mariadb|generic).*"),
                    ONE_DATABASE,
                    "the sink has no dialect for another database; remove the option."),
            PublishedOption.withoutEffect("quote.sql.identifiers", "The sink quotes every name."),
            PublishedOption.withoutEffect("sql.quote.identifiers", "The sink quotes every name."),
            PublishedOption.withoutEffect(
                    "table.types",
                    "TABLE, PARTITIONED TABLE, VIEW",
                    value -> value.toUpperCase(Locale.ROOT).matches("[ ,]*((PARTITIONED )?TABLE|VIEW|[ ,])*"),
                    "The sink writes to tables, partitioned or not, and to views.",
                    "name TABLE, PARTITIONED TABLE or VIEW."),
            new PublishedOption(
                    "date.timezone",
                    "UTC, DB_TIMEZONE",
                    "no effect",
                    "The sink writes a date as it is: a date has no time zone. DB_TIMEZONE is refused if db.timezone is"
                            + " not UTC; use UTC.",
                    ConfluentOptions::dateTimeZone),
            PublishedOption.withoutEffect(
                    "date.calendar.system",
                    List.of("legacy", "proleptic_gregorian"),
                    "The sink uses the Gregorian calendar for all days. LEGACY differs for days before 1582-10-15.",
                    "use PROLEPTIC_GREGORIAN."),
            PublishedOption.withoutEffect(
                    "timestamp.fields.list",
                    List.of(),
                    "The empty list converts nothing.",
                    "convert the fields with the transformation org.apache.kafka.connect.transforms.TimestampConverter$Value."),
            PublishedOption.withoutEffect(
                    "timestamp.precision.mode", "It belongs to timestamp.fields.list, which this sink does not have."),
            PublishedOption.withoutEffect(
                    "string.output.value.column.name",
                    List.of("record_value"),
                    "The sink refuses a value that is a plain text.",
                    "wrap the text with the transformation org.apache.kafka.connect.transforms.HoistField$Value."),
            PublishedOption.withoutEffect(
                    "jdbc.credentials.provider.class",
                    "DefaultJdbcCredentialsProvider",
                    value -> value.endsWith(".DefaultJdbcCredentialsProvider"),
                    "The credentials are connection.user and connection.password.",
                    "refer to the credentials through a config provider of the worker."),
            PublishedOption.withoutEffect(
                    "jdbc.credentials.provider.*", "The credentials are connection.user and connection.password."),
            PublishedOption.withoutEffect("trim.sensitive.log", "The sink never logs the values of a record."),
            PublishedOption.withoutEffect("mssql.*", ONE_DATABASE),
            PublishedOption.withoutEffect("confluent.*", "The sink needs no licence."));

    private static final List<PublishedOption> MANAGED = List.of(
            PublishedOption.refused("input.data.format", "choose the converter with value.converter."),
            PublishedOption.refused("input.key.format", "choose the converter with key.converter."),
            PublishedOption.withoutEffect("kafka.*", "The worker has its own connection to Kafka."));

    static final List<PublishedOption> ALL = Stream.of(SELF_MANAGED, AddressOptions.ALL, MANAGED)
            .flatMap(List::stream)
            .toList();

    private ConfluentOptions() {}

    private static Effect dateTimeZone(String value, Map<String, String> all) {
        boolean isUtc = UTC.contains(all.getOrDefault("db.timezone", "UTC").strip());
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "", "UTC" -> Effect.none("The sink writes a date as it is: a date has no time zone.");
            case "DB_TIMEZONE" ->
                isUtc
                        ? Effect.none("The sink writes a date as it is: a date has no time zone.")
                        : Effect.refused("it would move dates to another day; use UTC.");
            default -> Effect.refused("use UTC.");
        };
    }
}
