package io.ordersync.connect.source.config;

import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.validation.UrlCheck;
import io.ordersync.connect.database.validation.Validation;
import java.util.Map;

/** Checks each option of a configuration, and the options that depend on each other. */
public final class SourceValidation {

    private static final String BOUNDARY = "transaction.boundary";

    private final Validation validation;

    private SourceValidation(Validation validation) {
        this.validation = validation;
    }

    public static Validation of(Map<String, String> options) {
        Validation validation = new Validation(SourceOptions.DEFINITIONS, SourceOptions.translate(options));
        validation.checkTogether(() -> new SourceValidation(validation).check(SourceConfig.of(options), options));
        return validation;
    }

    private void check(SourceConfig config, Map<String, String> options) {
        checkColumns(config);
        checkTables(config);
        UrlCheck.check(config.database(), validation, "source");
        checkTopics(options);
        checkTransactions(options);
    }

    private void checkColumns(SourceConfig config) {
        Mode mode = config.mode();
        if (mode.usesTimestamps() && config.timestamps().columns().isEmpty()) {
            validation.reject(SourceOptions.TIMESTAMP_COLUMNS, "must name a column with mode=" + mode.option());
        }
        if (!mode.usesTimestamps() && !config.timestamps().columns().isEmpty()) {
            validation.warn(
                    SourceOptions.TIMESTAMP_COLUMNS,
                    "timestamp.column.name has no effect with mode=" + mode.option() + ".");
        }
        if (mode.usesIds() && config.query() != null && config.ids().column() == null) {
            validation.reject(SourceOptions.INCREMENTING_COLUMN, "must name a column of the query");
        }
        if (!mode.usesIds() && config.ids().column() != null) {
            validation.warn(
                    SourceOptions.INCREMENTING_COLUMN,
                    "incrementing.column.name has no effect with mode=" + mode.option() + ".");
        }
    }

    private void checkTables(SourceConfig config) {
        TableSelection tables = config.tables();
        boolean choosesTables =
                !tables.included().isEmpty() || !tables.excluded().isEmpty();
        if (config.query() != null && choosesTables) {
            validation.reject(SourceOptions.QUERY, "must not be set together with a list of tables");
        }
        if (config.query() != null && config.topicPrefix().isBlank()) {
            validation.reject(SourceOptions.TOPIC_PREFIX, "must name the topic of the query");
        }
        if (!config.database().url().namesDatabase()) {
            validation.reject(ConnectionOptions.URL, "must name a database");
        }
    }

    /** A task whose topic is missing stays RUNNING and waits for it. */
    private void checkTopics(Map<String, String> options) {
        if (options.keySet().stream().noneMatch(option -> option.startsWith("topic.creation."))) {
            validation.warn(
                    SourceOptions.TOPIC_PREFIX,
                    "Without topic.creation.default.partitions and topic.creation.default.replication.factor Kafka Connect"
                            + " creates no topic: each topic must exist, unless worker or brokers create missing topics.");
        }
    }

    private void checkTransactions(Map<String, String> options) {
        boolean isRequired = "required".equalsIgnoreCase(options.get("exactly.once.support"));
        if (isRequired && mayRepeatRows(options)) {
            validation.reject(
                    BOUNDARY,
                    "must be connector with mode=bulk and exactly.once.support=required: a read that a crash cuts off would"
                            + " leave a part of the table in the topic");
        }
    }

    /** Whether rows that are in the topic can be sent again after a crash, although the worker keeps offsets exactly. */
    public static boolean mayRepeatRows(Map<String, String> options) {
        return "bulk".equalsIgnoreCase(options.get(SourceOptions.MODE))
                && !"connector".equalsIgnoreCase(options.get(BOUNDARY));
    }
}
