package io.ordersync.connect.sink.config;

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
public final class SinkValidation {

    private final Map<String, ConfigValue> values;
    private final Map<String, String> origins;
    private final Set<String> warnings = new TreeSet<>();

    private SinkValidation(Translation translation) {
        this.values = SinkOptions.DEFINITIONS.validateAll(translation.options());
        this.origins = translation.origins();
        translation.errors().forEach(this::reject);
        translation.notices().forEach(this::warn);
    }

    public static SinkValidation of(Map<String, String> options) {
        SinkValidation validation = new SinkValidation(SinkOptions.translate(options));
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
            checkCombinations(SinkConfig.of(options));
        } catch (ConfigException e) {
            values.get(ConnectionOptions.URL).addErrorMessage(e.getMessage());
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

    private void checkCombinations(SinkConfig config) {
        KeyConfig keys = config.keys();
        WriteConfig writes = config.writes();
        if (writes.insertMode() != InsertMode.INSERT && keys.mode() == KeyMode.NONE) {
            reject(
                    SinkOptions.PK_MODE,
                    "must be kafka, record_key or record_value with insert.mode=upsert and insert.mode=update");
        }
        if (keys.mode() == KeyMode.KAFKA && keys.fields().size() != KeyConfig.COORDINATES.size()) {
            reject(
                    SinkOptions.PK_FIELDS,
                    "must name three columns with pk.mode=kafka: for the topic, the partition and the offset");
        }
        if (keys.mode() == KeyMode.NONE && !keys.fields().isEmpty()) {
            warn(SinkOptions.PK_FIELDS, "pk.fields has no effect. With pk.mode=none there is no primary key.");
        }
        if (writes.deleteEnabled() && keys.mode() != KeyMode.RECORD_KEY) {
            reject(SinkOptions.DELETE_ENABLED, "needs pk.mode=record_key");
        }
        if (writes.version() != null) {
            checkVersion(writes.version().name(), keys, writes);
        }
        checkUrl(config.database());
        checkOffsets(config.offsets());
        if (config.zones().ofSession().isEmpty()) {
            reject(SinkOptions.USE_TIME_ZONE, "must not name another time zone than db.timezone");
        }
        if (!config.database().url().namesDatabase() && !config.tables().names().namesDatabase()) {
            reject(ConnectionOptions.URL, "must name a database, unless table.name.format does");
        }
    }

    private void checkVersion(String version, KeyConfig keys, WriteConfig writes) {
        if (writes.insertMode() != InsertMode.UPSERT) {
            reject(SinkOptions.VERSION_FIELD, "needs insert.mode=upsert");
        }
        if (keys.fields().contains(version)) {
            reject(SinkOptions.VERSION_FIELD, "must not be one of pk.fields");
        }
        if (!writes.includes(version)) {
            reject(SinkOptions.FIELDS_WHITELIST, "must contain the field that version.field names");
        }
    }

    private void checkOffsets(OffsetConfig offsets) {
        if (!offsets.isEnabled()) {
            if (!offsets.admin().isEmpty()) {
                warn(SinkOptions.OFFSETS_TABLE, "offsets.admin.* has no effect without offsets.table.");
            }
            return;
        }
        if (offsets.connector().length() > OffsetConfig.LONGEST_NAME) {
            reject(
                    SinkOptions.OFFSETS_TABLE,
                    "needs a name of the connector with at most " + OffsetConfig.LONGEST_NAME + " characters");
        }
        if (!offsets.admin().isEmpty() && !offsets.admin().containsKey(OffsetConfig.BOOTSTRAP_SERVERS)) {
            reject(
                    OffsetConfig.ADMIN_PREFIX + OffsetConfig.BOOTSTRAP_SERVERS,
                    "is required if another option begins with " + OffsetConfig.ADMIN_PREFIX);
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
                            + ". MariaDB's driver does not have them, or the sink chooses their values.");
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
