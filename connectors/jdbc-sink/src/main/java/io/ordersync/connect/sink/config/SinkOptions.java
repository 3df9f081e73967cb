package io.ordersync.connect.sink.config;

import io.ordersync.connect.sink.db.DatabaseUrl;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The connector's own options: name, type, default, valid values, and what each means. */
public final class SinkOptions {

    public static final String URL = "connection.url";
    public static final String USER = "connection.user";
    static final String PASSWORD = "connection.password";
    static final String CONNECTION_ATTEMPTS = "connection.attempts";
    static final String CONNECTION_BACKOFF_MS = "connection.backoff.ms";
    static final String TABLE_NAME_FORMAT = "table.name.format";
    static final String INSERT_MODE = "insert.mode";
    static final String PK_MODE = "pk.mode";
    static final String PK_FIELDS = "pk.fields";
    static final String FIELDS_WHITELIST = "fields.whitelist";
    static final String DELETE_ENABLED = "delete.enabled";
    static final String VERSION_FIELD = "version.field";
    static final String AUTO_CREATE = "auto.create";
    static final String AUTO_EVOLVE = "auto.evolve";
    static final String BATCH_SIZE = "batch.size";
    static final String MAX_RETRIES = "max.retries";
    static final String RETRY_BACKOFF_MS = "retry.backoff.ms";

    public static final ConfigDef DEFINITIONS = new ConfigDef();

    static {
        add(
                URL,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                checked("a jdbc:mariadb: or jdbc:mysql: URL", DatabaseUrl::parse),
                "Where the database is. Credentials have options of their own and are refused here.");
        add(USER, Type.STRING, null, null, "The login.");
        add(PASSWORD, Type.PASSWORD, null, null, "The login's password; best named through a config provider.");
        add(
                CONNECTION_ATTEMPTS,
                Type.INT,
                3,
                Range.atLeast(1),
                "How many connections are tried, connection.backoff.ms apart, before that counts as one retry.");
        add(
                CONNECTION_BACKOFF_MS,
                Type.INT,
                1000,
                Range.atLeast(1),
                "The time in milliseconds between attempts to connect.");
        add(
                TABLE_NAME_FORMAT,
                Type.STRING,
                "${topic}",
                checked("table or database.table", TableNameFormat::new),
                "The table's name; ${topic} stands for the record's topic, whose own dots are part of the name.");
        add(
                INSERT_MODE,
                Type.STRING,
                "insert",
                oneOf("insert", "upsert"),
                "insert adds a row per record; upsert replaces the row that has the record's key.");
        add(
                PK_MODE,
                Type.STRING,
                "none",
                oneOf("none", "record_key", "record_value"),
                "Where the primary key's values come from: nowhere, the record's key, or fields of its value.");
        add(
                PK_FIELDS,
                Type.LIST,
                List.of(),
                null,
                "The primary key's columns. With a plain record key exactly one name; with a struct key or record_value"
                        + " the fields to take, all of them if empty.");
        add(
                FIELDS_WHITELIST,
                Type.LIST,
                List.of(),
                null,
                "The fields of the value to write, all of them if empty. The primary key is always written.");
        add(
                DELETE_ENABLED,
                Type.BOOLEAN,
                false,
                null,
                "Whether a tombstone (a record without value) deletes the row of its key; needs pk.mode=record_key.");
        add(
                VERSION_FIELD,
                Type.STRING,
                null,
                null,
                "A field that grows with each change of a row, such as the record's offset: an upsert whose value is"
                        + " smaller than the stored one changes nothing.");
        add(AUTO_CREATE, Type.BOOLEAN, false, null, "Whether a missing table is created from the record's schema.");
        add(
                AUTO_EVOLVE,
                Type.BOOLEAN,
                false,
                null,
                "Whether a missing column is added, if its field is optional or has a default.");
        add(
                BATCH_SIZE,
                Type.INT,
                3000,
                Range.atLeast(1),
                "The most records of one table in one transaction; never more than the consumer's max.poll.records.");
        add(
                MAX_RETRIES,
                Type.INT,
                -1,
                Range.atLeast(-1),
                "How often a batch is retried while the database cannot be written before the task fails;"
                        + " -1 is for as long as it takes.");
        add(RETRY_BACKOFF_MS, Type.INT, 3000, Range.atLeast(1), "The time in milliseconds between such retries.");
    }

    private SinkOptions() {}

    private static void add(
            String name, Type type, @Nullable Object byDefault, @Nullable Validator validator, String documentation) {
        Importance importance = byDefault == ConfigDef.NO_DEFAULT_VALUE ? Importance.HIGH : Importance.MEDIUM;
        DEFINITIONS.define(name, type, byDefault, validator, importance, documentation);
    }

    private static Validator oneOf(String... values) {
        return checked(String.join(", ", values), value -> {
            if (!List.of(values).contains(value.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", values));
            }
        });
    }

    /** Never quotes the value: a URL may hold a secret. */
    private static Validator checked(String description, Consumer<String> parser) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (value == null) {
                        return;
                    }
                    try {
                        parser.accept((String) value);
                    } catch (IllegalArgumentException e) {
                        throw new ConfigException(name + " " + e.getMessage());
                    }
                },
                () -> description);
    }
}
