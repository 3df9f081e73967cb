package io.ordersync.connect.sink.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;

/** Judges a configuration option by option, and the options that only make sense together. */
public final class SinkValidation {

    private final Map<String, ConfigValue> values;

    private SinkValidation(Map<String, String> options) {
        this.values = SinkOptions.DEFINITIONS.validateAll(options);
    }

    public static SinkValidation of(Map<String, String> options) {
        SinkValidation validation = new SinkValidation(options);
        validation.refuseUnknown(options);
        if (validation.isClean()) {
            validation.checkTogether(SinkConfig.of(options));
        }
        return validation;
    }

    public List<ConfigValue> values() {
        return new ArrayList<>(values.values());
    }

    public boolean isClean() {
        return values.values().stream().allMatch(value -> value.errorMessages().isEmpty());
    }

    private void refuseUnknown(Map<String, String> options) {
        options.keySet().stream()
                .filter(name -> !SinkOptions.DEFINITIONS.names().contains(name) && !FrameworkOptions.include(name))
                .forEach(name -> {
                    values.put(name, new ConfigValue(name));
                    refuse(name, "is not an option of this connector");
                });
    }

    private void checkTogether(SinkConfig config) {
        if (config.insertMode() == InsertMode.UPSERT && config.keyMode() == KeyMode.NONE) {
            refuse(SinkOptions.PK_MODE, "must be record_key or record_value with insert.mode=upsert");
        }
        if (config.keyMode() == KeyMode.NONE && !config.keyFields().isEmpty()) {
            refuse(SinkOptions.PK_FIELDS, "must be empty with pk.mode=none");
        }
        if (config.versionField() != null && config.insertMode() != InsertMode.UPSERT) {
            refuse(SinkOptions.VERSION_FIELD, "needs insert.mode=upsert");
        }
        if (config.versionField() != null && config.keyFields().contains(config.versionField())) {
            refuse(SinkOptions.VERSION_FIELD, "must not be one of pk.fields");
        }
        if (config.deleteEnabled() && config.keyMode() != KeyMode.RECORD_KEY) {
            refuse(SinkOptions.DELETE_ENABLED, "needs pk.mode=record_key");
        }
        if (config.versionField() != null
                && !config.fieldsWhitelist().isEmpty()
                && !config.fieldsWhitelist().contains(config.versionField())) {
            refuse(SinkOptions.FIELDS_WHITELIST, "must hold version.field");
        }
        if (!config.url().namesDatabase() && !config.tables().namesDatabase()) {
            refuse(SinkOptions.URL, "must name a database, unless table.name.format does");
        }
    }

    public void refuse(String option, String why) {
        values.get(option).addErrorMessage(option + " " + why);
    }
}
