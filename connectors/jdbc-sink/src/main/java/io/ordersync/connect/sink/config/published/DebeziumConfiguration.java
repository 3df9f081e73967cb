package io.ordersync.connect.sink.config.published;

import io.ordersync.connect.database.options.Precedence.Choice;
import io.ordersync.connect.database.options.Translation;
import java.util.Map;
import java.util.Optional;

/** A configuration for Debezium's JDBC sink: how it is recognised, and what differs with it. */
public final class DebeziumConfiguration {

    private static final String USER = "connection.user";
    private static final String DEBEZIUM_USER = "connection.username";
    private static final String FORMAT = "table.name.format";
    private static final String TOMBSTONES = "tombstones.skipped";
    private static final String TOPIC = "${topic}";
    private static final String TOPIC_WITHOUT_DOTS = "${topic_}";

    private DebeziumConfiguration() {}

    /** Debezium's sink replaces the dots of a topic, and leaves tombstones out unless it deletes rows. */
    public static Translation complete(Translation translation, Map<String, String> configuration) {
        if (configuration.keySet().stream().anyMatch(DebeziumConfiguration::isOfDebezium)) {
            translation.options().putIfAbsent(TOMBSTONES, "true");
            translation
                    .options()
                    .merge(FORMAT, TOPIC_WITHOUT_DOTS, (format, none) -> format.replace(TOPIC, TOPIC_WITHOUT_DOTS));
        }
        return translation;
    }

    private static boolean isOfDebezium(String name) {
        return name.equals(DebeziumOptions.TIME_ZONE)
                || DebeziumOptions.ALL.stream().anyMatch(option -> option.matches(name))
                        && ConfluentOptions.ALL.stream().noneMatch(option -> option.matches(name));
    }

    /** Published configurations mix options of two sinks. The name of the option for the user tells which sink they are for. */
    public static Optional<Choice> choose(String name, String target, Map<String, String> configuration) {
        boolean isForDebezium = configuration.containsKey(DEBEZIUM_USER);
        if (isForDebezium == configuration.containsKey(USER) || !configuration.containsKey(target)) {
            return Optional.empty();
        }
        return Optional.of(
                isForDebezium
                        ? new Choice(name, "the configuration is for Debezium's sink, as " + DEBEZIUM_USER + " tells.")
                        : new Choice(target, "the configuration is not for Debezium's sink, as " + USER + " tells."));
    }
}
