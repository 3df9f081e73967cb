package io.ordersync.connect.sink.config;

import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.validation.UrlCheck;
import io.ordersync.connect.database.validation.Validation;
import java.util.Map;

/** Checks each option of a configuration, and the options that depend on each other. */
public final class SinkValidation {

    private final Validation validation;

    private SinkValidation(Validation validation) {
        this.validation = validation;
    }

    public static Validation of(Map<String, String> options) {
        Validation validation = new Validation(SinkOptions.DEFINITIONS, SinkOptions.translate(options));
        validation.checkTogether(() -> new SinkValidation(validation).check(SinkConfig.of(options)));
        return validation;
    }

    private void check(SinkConfig config) {
        KeyConfig keys = config.keys();
        WriteConfig writes = config.writes();
        if (writes.insertMode() != InsertMode.INSERT && keys.mode() == KeyMode.NONE) {
            validation.reject(
                    SinkOptions.PK_MODE,
                    "must be kafka, record_key or record_value with insert.mode=upsert and insert.mode=update");
        }
        if (keys.mode() == KeyMode.KAFKA && keys.fields().size() != KeyConfig.COORDINATES.size()) {
            validation.reject(
                    SinkOptions.PK_FIELDS,
                    "must name three columns with pk.mode=kafka: for the topic, the partition and the offset");
        }
        if (keys.mode() == KeyMode.NONE && !keys.fields().isEmpty()) {
            validation.warn(
                    SinkOptions.PK_FIELDS, "pk.fields has no effect. With pk.mode=none there is no primary key.");
        }
        if (writes.deleteEnabled() && keys.mode() != KeyMode.RECORD_KEY) {
            validation.reject(SinkOptions.DELETE_ENABLED, "needs pk.mode=record_key");
        }
        if (writes.version() != null) {
            checkVersion(writes.version().name(), keys, writes);
        }
        UrlCheck.check(config.database(), validation, "sink");
        checkOffsets(config.offsets());
        if (config.zones().ofSession().isEmpty()) {
            validation.reject(SinkOptions.USE_TIME_ZONE, "must not name another time zone than db.timezone");
        }
        if (!config.database().url().namesDatabase() && !config.tables().names().namesDatabase()) {
            validation.reject(ConnectionOptions.URL, "must name a database, unless table.name.format does");
        }
    }

    private void checkVersion(String version, KeyConfig keys, WriteConfig writes) {
        if (writes.insertMode() != InsertMode.UPSERT) {
            validation.reject(SinkOptions.VERSION_FIELD, "needs insert.mode=upsert");
        }
        if (keys.fields().contains(version)) {
            validation.reject(SinkOptions.VERSION_FIELD, "must not be one of pk.fields");
        }
        if (!writes.includes(version)) {
            validation.reject(SinkOptions.FIELDS_WHITELIST, "must contain the field that version.field names");
        }
    }

    private void checkOffsets(OffsetConfig offsets) {
        if (!offsets.isEnabled()) {
            if (!offsets.admin().isEmpty()) {
                validation.warn(SinkOptions.OFFSETS_TABLE, "offsets.admin.* has no effect without offsets.table.");
            }
            return;
        }
        if (offsets.connector().length() > OffsetConfig.LONGEST_NAME) {
            validation.reject(
                    SinkOptions.OFFSETS_TABLE,
                    "needs a name of the connector with at most " + OffsetConfig.LONGEST_NAME + " characters");
        }
        if (!offsets.admin().isEmpty() && !offsets.admin().containsKey(OffsetConfig.BOOTSTRAP_SERVERS)) {
            validation.reject(
                    OffsetConfig.ADMIN_PREFIX + OffsetConfig.BOOTSTRAP_SERVERS,
                    "is required if another option begins with " + OffsetConfig.ADMIN_PREFIX);
        }
    }
}
