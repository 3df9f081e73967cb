package io.ordersync.connect.source.config;

import io.ordersync.connect.database.DatabaseConfig;
import io.ordersync.connect.database.DatabaseUrl;
import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.options.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Checks each option of a configuration, and the options that depend on each other. */
public final class SourceValidation {

    private final Map<String, ConfigValue> values;
    private final Map<String, String> origins;
    private final Set<String> warnings = new TreeSet<>();

    private SourceValidation(Translation translation) {
        this.values = SourceOptions.DEFINITIONS.validateAll(translation.options());
        this.origins = translation.origins();
        translation.errors().forEach(this::reject);
        translation.notices().forEach(this::warn);
    }

    public static SourceValidation of(Map<String, String> options) {
        SourceValidation validation = new SourceValidation(SourceOptions.translate(options));
        if (validation.isValid()) {
            validation.checkTogether(options);
        }
        validation.hideUrl();
        return validation;
    }

    /** Returns the options with their errors, each under the name that the configuration uses. */
    public List<ConfigValue> values() {
        Map<String, ConfigValue> named = new LinkedHashMap<>();
        values.values().forEach(value -> named.put(value.name(), value));
        origins.forEach((option, origin) -> {
            ConfigValue value = named.get(option);
            if (value != null && !value.errorMessages().isEmpty()) {
                named.put(option, new ConfigValue(option));
                ConfigValue renamed = named.computeIfAbsent(origin, ConfigValue::new);
                value.errorMessages().forEach(error -> renamed.addErrorMessage(origin + " stands for " + error));
            }
        });
        return new ArrayList<>(named.values());
    }

    public boolean isValid() {
        return values.values().stream().allMatch(value -> value.errorMessages().isEmpty());
    }

    /** Returns a sentence for each option that works in another way than a reader of the configuration may expect. */
    public Set<String> warnings() {
        return warnings;
    }

    private void checkTogether(Map<String, String> options) {
        try {
            SourceConfig config = SourceConfig.of(options);
            checkColumns(config);
            checkTables(config);
            checkUrl(config.database());
            checkTopics(options);
        } catch (ConfigException e) {
            values.get(ConnectionOptions.URL).addErrorMessage(e.getMessage());
        }
    }

    private void checkColumns(SourceConfig config) {
        Mode mode = config.mode();
        if (mode.usesTimestamps() && config.timestamps().columns().isEmpty()) {
            reject(SourceOptions.TIMESTAMP_COLUMNS, "must name a column with mode=" + mode.option());
        }
        if (!mode.usesTimestamps() && !config.timestamps().columns().isEmpty()) {
            warn(
                    SourceOptions.TIMESTAMP_COLUMNS,
                    "timestamp.column.name has no effect with mode=" + mode.option() + ".");
        }
        if (mode.usesIds() && config.query() != null && config.ids().column() == null) {
            reject(SourceOptions.INCREMENTING_COLUMN, "must name a column of the query");
        }
        if (!mode.usesIds() && config.ids().column() != null) {
            warn(
                    SourceOptions.INCREMENTING_COLUMN,
                    "incrementing.column.name has no effect with mode=" + mode.option() + ".");
        }
    }

    private void checkTables(SourceConfig config) {
        TableSelection tables = config.tables();
        boolean choosesTables =
                !tables.included().isEmpty() || !tables.excluded().isEmpty();
        if (config.query() != null && choosesTables) {
            reject(SourceOptions.QUERY, "must not be set together with a list of tables");
        }
        if (!config.database().url().namesDatabase()) {
            reject(ConnectionOptions.URL, "must name a database");
        }
    }

    /** A task whose topic is missing stays RUNNING and waits for it. */
    private void checkTopics(Map<String, String> options) {
        if (options.keySet().stream().noneMatch(option -> option.startsWith("topic.creation."))) {
            warn(
                    SourceOptions.TOPIC_PREFIX,
                    "Without topic.creation.default.partitions and topic.creation.default.replication.factor the worker"
                            + " creates no topic: each topic must exist, or the broker must create it.");
        }
    }

    private void checkUrl(DatabaseConfig database) {
        DatabaseUrl url = database.url();
        if ((url.user() != null && !url.user().equals(database.user()))
                || (url.password() != null && !url.password().equals(database.password()))) {
            reject(
                    ConnectionOptions.URL,
                    "contains other credentials than connection.user and connection.password: remove them from the URL");
        }
        if (url.user() != null || url.password() != null) {
            warn(
                    ConnectionOptions.URL,
                    "connection.url contains credentials, which every client of the worker can read."
                            + " Put them in connection.user and connection.password.");
        }
        if (!url.unused().isEmpty()) {
            warn(
                    ConnectionOptions.URL,
                    "Settings in connection.url have no effect: " + String.join(", ", url.unused())
                            + ". MariaDB's driver does not have them, or the source chooses their values.");
        }
    }

    /** The answer to a validation contains the values of the options. A URL with more than hosts may hold a secret. */
    private void hideUrl() {
        ConfigValue url = values.get(ConnectionOptions.URL);
        if (url.value() instanceof String text) {
            url.value(urlWithoutSecrets(text));
        }
    }

    private static @Nullable String urlWithoutSecrets(String text) {
        try {
            String shown = DatabaseUrl.parse(text).toString();
            return text.matches("jdbc:\\w+://[\\w.:,-]+(/[\\w-]*)?") ? text : shown;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Adds an error to the option. */
    public void reject(String option, String why) {
        values.computeIfAbsent(option, ConfigValue::new).addErrorMessage(option + " " + why);
    }

    /** Adds the sentence to the answer to the validation, beside the values that the worker recommends. */
    public void warn(String option, String sentence) {
        warnings.add(sentence);
        ConfigValue value = values.computeIfAbsent(option, ConfigValue::new);
        List<Object> all = new ArrayList<>(value.recommendedValues());
        all.add(sentence);
        value.recommendedValues(all);
    }
}
