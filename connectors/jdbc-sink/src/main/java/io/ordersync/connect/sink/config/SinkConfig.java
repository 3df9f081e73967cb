package io.ordersync.connect.sink.config;

import io.ordersync.connect.sink.db.DatabaseUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The options of one connector, parsed. */
public record SinkConfig(
        DatabaseUrl url,
        @Nullable String user,
        @Nullable Password password,
        TableNameFormat tables,
        InsertMode insertMode,
        KeyMode keyMode,
        List<String> keyFields,
        Set<String> fieldsWhitelist,
        @Nullable String versionField,
        boolean versionIsOffset,
        boolean deleteEnabled,
        boolean autoCreate,
        boolean autoEvolve,
        int batchSize,
        int maxRetries,
        Duration retryBackoff,
        int connectionAttempts,
        Duration connectionBackoff) {

    /** @throws org.apache.kafka.common.config.ConfigException if an option is missing or has no valid value */
    public static SinkConfig of(Map<String, String> options) {
        // Not logged by AbstractConfig: a URL may hold secrets.
        AbstractConfig parsed = new AbstractConfig(SinkOptions.DEFINITIONS, options, false);
        return new SinkConfig(
                DatabaseUrl.parse(parsed.getString(SinkOptions.URL)),
                parsed.getString(SinkOptions.USER),
                parsed.getPassword(SinkOptions.PASSWORD),
                new TableNameFormat(parsed.getString(SinkOptions.TABLE_NAME_FORMAT)),
                InsertMode.of(parsed.getString(SinkOptions.INSERT_MODE)),
                KeyMode.of(parsed.getString(SinkOptions.PK_MODE)),
                parsed.getList(SinkOptions.PK_FIELDS),
                Set.copyOf(parsed.getList(SinkOptions.FIELDS_WHITELIST)),
                parsed.getString(SinkOptions.VERSION_FIELD),
                holdsOffset(parsed.getString(SinkOptions.VERSION_FIELD), options),
                parsed.getBoolean(SinkOptions.DELETE_ENABLED),
                parsed.getBoolean(SinkOptions.AUTO_CREATE),
                parsed.getBoolean(SinkOptions.AUTO_EVOLVE),
                parsed.getInt(SinkOptions.BATCH_SIZE),
                parsed.getInt(SinkOptions.MAX_RETRIES),
                Duration.ofMillis(parsed.getInt(SinkOptions.RETRY_BACKOFF_MS)),
                parsed.getInt(SinkOptions.CONNECTION_ATTEMPTS),
                Duration.ofMillis(parsed.getInt(SinkOptions.CONNECTION_BACKOFF_MS)));
    }

    /** Whether a transformation puts the record's offset there: then a tombstone, which has no fields, has a version. */
    private static boolean holdsOffset(@Nullable String field, Map<String, String> options) {
        return field != null
                && options.entrySet().stream()
                        .filter(option -> option.getKey().matches("transforms\\..+\\.offset\\.field"))
                        .anyMatch(option ->
                                option.getValue().replaceAll("[!?]$", "").equals(field));
    }
}
