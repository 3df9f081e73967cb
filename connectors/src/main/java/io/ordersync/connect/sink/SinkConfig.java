package io.ordersync.connect.sink;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The options of one connector, parsed. */
record SinkConfig(
        DatabaseUrl url,
        @Nullable String user,
        @Nullable Password password,
        TableNameFormat tables,
        InsertMode insertMode,
        KeyMode keyMode,
        List<String> keyFields,
        @Nullable String versionField,
        int batchSize,
        Duration retryBackoff) {

    /** @throws org.apache.kafka.common.config.ConfigException if an option is missing or has no valid value */
    static SinkConfig of(Map<String, String> options) {
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
                parsed.getString(SinkOptions.VERSION_FIELD),
                parsed.getInt(SinkOptions.BATCH_SIZE),
                Duration.ofMillis(parsed.getInt(SinkOptions.RETRY_BACKOFF_MS)));
    }
}
