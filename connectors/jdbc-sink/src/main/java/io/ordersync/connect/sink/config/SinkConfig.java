package io.ordersync.connect.sink.config;

import io.ordersync.connect.sink.db.DatabaseConfig;
import io.ordersync.connect.sink.db.DatabaseUrl;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;

/** The parsed options of one connector. */
public record SinkConfig(
        DatabaseConfig database, TableConfig tables, KeyConfig keys, WriteConfig writes, RetryConfig retries) {

    /** @throws org.apache.kafka.common.config.ConfigException if an option is missing or has no valid value */
    public static SinkConfig of(Map<String, String> options) {
        // AbstractConfig must not log the values: a URL may hold secrets.
        AbstractConfig parsed = new AbstractConfig(SinkOptions.DEFINITIONS, options, false);
        return new SinkConfig(database(parsed), tables(parsed), keys(parsed), writes(parsed, options), retries(parsed));
    }

    private static DatabaseConfig database(AbstractConfig parsed) {
        DatabaseUrl url = DatabaseUrl.parse(parsed.getString(SinkOptions.URL));
        String user = parsed.getString(SinkOptions.USER);
        Password password = parsed.getPassword(SinkOptions.PASSWORD);
        return new DatabaseConfig(url, user == null ? url.user() : user, password == null ? url.password() : password);
    }

    private static TableConfig tables(AbstractConfig parsed) {
        return new TableConfig(
                new TableNameFormat(parsed.getString(SinkOptions.TABLE_NAME_FORMAT)),
                parsed.getBoolean(SinkOptions.AUTO_CREATE),
                parsed.getBoolean(SinkOptions.AUTO_EVOLVE));
    }

    private static KeyConfig keys(AbstractConfig parsed) {
        return new KeyConfig(KeyMode.of(parsed.getString(SinkOptions.PK_MODE)), parsed.getList(SinkOptions.PK_FIELDS));
    }

    private static WriteConfig writes(AbstractConfig parsed, Map<String, String> options) {
        String version = parsed.getString(SinkOptions.VERSION_FIELD);
        return new WriteConfig(
                InsertMode.of(parsed.getString(SinkOptions.INSERT_MODE)),
                parsed.getBoolean(SinkOptions.DELETE_ENABLED),
                Set.copyOf(parsed.getList(SinkOptions.FIELDS_WHITELIST)),
                version == null ? null : VersionField.of(version, options),
                parsed.getInt(SinkOptions.BATCH_SIZE));
    }

    private static RetryConfig retries(AbstractConfig parsed) {
        return new RetryConfig(
                parsed.getInt(SinkOptions.MAX_RETRIES),
                Duration.ofMillis(parsed.getInt(SinkOptions.RETRY_BACKOFF_MS)),
                parsed.getInt(SinkOptions.CONNECTION_ATTEMPTS),
                Duration.ofMillis(parsed.getInt(SinkOptions.CONNECTION_BACKOFF_MS)));
    }
}
