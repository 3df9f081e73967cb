package io.ordersync.connect.sink.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;

/** Checks each option of a configuration, and the options that depend on each other. */
public final class SinkValidation {

    private final Map<String, ConfigValue> values;

    private SinkValidation(Map<String, String> options) {
        this.values = SinkOptions.DEFINITIONS.validateAll(options);
    }

    public static SinkValidation of(Map<String, String> options) {
        SinkValidation validation = new SinkValidation(options);
        validation.rejectUnknown(options);
        if (validation.isValid()) {
            validation.checkCombinations(SinkConfig.of(options));
        }
        return validation;
    }

    public List<ConfigValue> values() {
        return new ArrayList<>(values.values());
    }

    public boolean isValid() {
        return values.values().stream().allMatch(value -> value.errorMessages().isEmpty());
    }

    private void rejectUnknown(Map<String, String> options) {
        options.keySet().stream()
                .filter(name -> !SinkOptions.DEFINITIONS.names().contains(name) && !FrameworkOptions.contains(name))
                .forEach(name -> {
                    values.put(name, new ConfigValue(name));
                    reject(name, "is not an option of this connector");
                });
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
            reject(SinkOptions.PK_FIELDS, "must be empty with pk.mode=none");
        }
        if (writes.deleteEnabled() && keys.mode() != KeyMode.RECORD_KEY) {
            reject(SinkOptions.DELETE_ENABLED, "needs pk.mode=record_key");
        }
        if (writes.version() != null) {
            checkVersion(writes.version().name(), keys, writes);
        }
        if (!config.database().url().namesDatabase() && !config.tables().names().namesDatabase()) {
            reject(SinkOptions.URL, "must name a database, unless table.name.format does");
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

    /** Adds an error to the option. */
    public void reject(String option, String why) {
        values.get(option).addErrorMessage(option + " " + why);
    }
}
