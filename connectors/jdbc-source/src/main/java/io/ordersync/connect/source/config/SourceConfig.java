package io.ordersync.connect.source.config;

import io.ordersync.connect.database.DatabaseConfig;
import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.options.TimeZoneOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * The parsed options of one connector.
 *
 * @param query what is read instead of tables, or null
 * @param querySuffix the end of each statement that reads rows
 * @param requiresNonNull whether a column that orders the rows must be NOT NULL
 */
public record SourceConfig(
        DatabaseConfig database,
        TableSelection tables,
        @Nullable String query,
        QuerySuffix querySuffix,
        String topicPrefix,
        Mode mode,
        IncrementingConfig ids,
        TimestampConfig timestamps,
        boolean requiresNonNull,
        TypeConfig types,
        Pace pace) {

    /** @throws ConfigException if an option is missing or has no valid value */
    public static SourceConfig of(Map<String, String> options) {
        // AbstractConfig must not log the values: a URL may hold secrets.
        Map<String, String> own = SourceOptions.translate(options).options();
        AbstractConfig parsed = new AbstractConfig(SourceOptions.DEFINITIONS, own, false);
        return new SourceConfig(
                // Times of a timestamp column travel in UTC, which has no hour twice.
                ConnectionOptions.parse(parsed, own, Map.of(), ZoneOffset.UTC),
                tables(parsed),
                parsed.getString(SourceOptions.QUERY),
                QuerySuffix.parse(parsed.getString(SourceOptions.QUERY_SUFFIX)),
                parsed.getString(SourceOptions.TOPIC_PREFIX),
                Mode.of(parsed.getString(SourceOptions.MODE)),
                new IncrementingConfig(
                        parsed.getString(SourceOptions.INCREMENTING_COLUMN),
                        parsed.getLong(SourceOptions.INCREMENTING_INITIAL),
                        millis(parsed, SourceOptions.GAP_TIMEOUT)),
                new TimestampConfig(
                        parsed.getList(SourceOptions.TIMESTAMP_COLUMNS),
                        millis(parsed, SourceOptions.TIMESTAMP_DELAY),
                        parsed.getLong(SourceOptions.TIMESTAMP_INITIAL)),
                parsed.getBoolean(SourceOptions.VALIDATE_NON_NULL),
                new TypeConfig(
                        NumericMapping.of(parsed.getString(SourceOptions.NUMERIC_MAPPING)),
                        TimeZoneOption.parse(parsed.getString(SourceOptions.DB_TIMEZONE))),
                new Pace(
                        millis(parsed, SourceOptions.POLL_INTERVAL),
                        millis(parsed, SourceOptions.TABLE_POLL_INTERVAL),
                        millis(parsed, SourceOptions.CONNECTION_BACKOFF),
                        parsed.getInt(SourceOptions.BATCH_ROWS)));
    }

    private static TableSelection tables(AbstractConfig parsed) {
        Set<String> included = new TreeSet<>(parsed.getList(SourceOptions.TABLE_WHITELIST));
        included.addAll(parsed.getList(SourceOptions.TABLE_INCLUDE_LIST));
        Set<String> excluded = new TreeSet<>(parsed.getList(SourceOptions.TABLE_BLACKLIST));
        excluded.addAll(parsed.getList(SourceOptions.TABLE_EXCLUDE_LIST));
        return TableSelection.of(included, excluded, parsed.getList(SourceOptions.TABLE_TYPES));
    }

    private static Duration millis(AbstractConfig parsed, String option) {
        return Duration.ofMillis(parsed.getLong(option));
    }
}
