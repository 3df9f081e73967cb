package io.ordersync.connect.sink.config;

import io.ordersync.connect.database.DatabaseConfig;
import io.ordersync.connect.database.DatabaseUrl;
import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.options.TimeZoneOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;

/** The parsed options of one connector. */
public record SinkConfig(
        DatabaseConfig database,
        TableConfig tables,
        KeyConfig keys,
        WriteConfig writes,
        TimeZones zones,
        RetryConfig retries,
        OffsetConfig offsets) {

    /** @throws org.apache.kafka.common.config.ConfigException if an option is missing or has no valid value */
    public static SinkConfig of(Map<String, String> options) {
        // AbstractConfig must not log the values: a URL may hold secrets.
        Map<String, String> own = SinkOptions.translate(options).options();
        AbstractConfig parsed = new AbstractConfig(SinkOptions.DEFINITIONS, own, false);
        return new SinkConfig(
                database(parsed, own),
                tables(parsed),
                keys(parsed),
                writes(parsed, own),
                zones(parsed),
                retries(parsed),
                offsets(parsed, own));
    }

    private static DatabaseConfig database(AbstractConfig parsed, Map<String, String> options) {
        Map<String, String> settings = isStaging(parsed) ? Map.of() : Map.of(DatabaseUrl.LOCAL_INFILE, "false");
        return ConnectionOptions.parse(
                parsed, options, settings, zones(parsed).ofSession().orElse(ZoneOffset.UTC));
    }

    private static boolean isStaging(AbstractConfig parsed) {
        return parsed.getString(SinkOptions.WRITE_STAGING).equalsIgnoreCase("auto");
    }

    private static TimeZones zones(AbstractConfig parsed) {
        return new TimeZones(
                TimeZoneOption.parse(parsed.getString(SinkOptions.DB_TIMEZONE)),
                TimeZoneOption.parse(parsed.getString(SinkOptions.USE_TIME_ZONE)));
    }

    private static TableConfig tables(AbstractConfig parsed) {
        return new TableConfig(
                new TableNameFormat(
                        parsed.getString(SinkOptions.TABLE_NAME_FORMAT),
                        parsed.getBoolean(SinkOptions.TABLE_NAME_NORMALIZE),
                        parsed.getList(SinkOptions.TOPICS_TO_TABLES)),
                parsed.getBoolean(SinkOptions.AUTO_CREATE),
                parsed.getBoolean(SinkOptions.AUTO_EVOLVE));
    }

    private static KeyConfig keys(AbstractConfig parsed) {
        return new KeyConfig(KeyMode.of(parsed.getString(SinkOptions.PK_MODE)), parsed.getList(SinkOptions.PK_FIELDS));
    }

    private static WriteConfig writes(AbstractConfig parsed, Map<String, String> options) {
        String version = parsed.getString(SinkOptions.VERSION_FIELD);
        boolean keepsTies = parsed.getString(SinkOptions.VERSION_TIES).equals(SinkOptions.KEEP);
        return new WriteConfig(
                InsertMode.of(parsed.getString(SinkOptions.INSERT_MODE)),
                parsed.getBoolean(SinkOptions.DELETE_ENABLED),
                parsed.getBoolean(SinkOptions.TOMBSTONES_SKIPPED),
                Set.copyOf(parsed.getList(SinkOptions.FIELDS_WHITELIST)),
                Set.copyOf(parsed.getList(SinkOptions.FIELDS_BLACKLIST)),
                parsed.getBoolean(SinkOptions.REPLACE_NULL),
                version == null ? null : VersionField.of(version, keepsTies, options),
                parsed.getInt(SinkOptions.BATCH_SIZE),
                isStaging(parsed));
    }

    private static RetryConfig retries(AbstractConfig parsed) {
        return new RetryConfig(
                parsed.getInt(SinkOptions.MAX_RETRIES),
                Duration.ofMillis(parsed.getInt(SinkOptions.RETRY_BACKOFF_MS)),
                parsed.getInt(SinkOptions.CONNECTION_ATTEMPTS),
                Duration.ofMillis(parsed.getInt(SinkOptions.CONNECTION_BACKOFF_MS)));
    }

    private static OffsetConfig offsets(AbstractConfig parsed, Map<String, String> options) {
        String table = parsed.getString(SinkOptions.OFFSETS_TABLE);
        Map<String, String> admin = options.entrySet().stream()
                .filter(option -> option.getKey().startsWith(OffsetConfig.ADMIN_PREFIX))
                .collect(Collectors.toMap(
                        option -> option.getKey().substring(OffsetConfig.ADMIN_PREFIX.length()), Map.Entry::getValue));
        return new OffsetConfig(
                table == null ? null : TableNameFormat.parse(table), options.getOrDefault("name", ""), admin);
    }
}
