package io.ordersync.connect.sink;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/** The connector's own options: name, type, default, valid values, and a sentence for each. */
final class SinkOptions {

    static final String URL = "connection.url";
    static final String USER = "connection.user";
    static final String PASSWORD = "connection.password";
    static final String TABLE_NAME_FORMAT = "table.name.format";
    static final String INSERT_MODE = "insert.mode";
    static final String PK_MODE = "pk.mode";
    static final String PK_FIELDS = "pk.fields";
    static final String VERSION_FIELD = "version.field";
    static final String BATCH_SIZE = "batch.size";
    static final String RETRY_BACKOFF_MS = "retry.backoff.ms";

    static final ConfigDef DEFINITIONS = new ConfigDef()
            .define(
                    URL,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    checked(DatabaseUrl::parse),
                    Importance.HIGH,
                    "Where the database is: jdbc:mariadb://host:3306/database; a jdbc:mysql: URL means the same.")
            .define(USER, Type.STRING, null, Importance.HIGH, "The login.")
            .define(
                    PASSWORD,
                    Type.PASSWORD,
                    null,
                    Importance.HIGH,
                    "The login's password; name a config provider here, such as ${env:SINK_PASSWORD}.")
            .define(
                    TABLE_NAME_FORMAT,
                    Type.STRING,
                    "${topic}",
                    checked(TableNameFormat::new),
                    Importance.MEDIUM,
                    "The table's name; ${topic} stands for the record's topic. database.table names another database.")
            .define(
                    INSERT_MODE,
                    Type.STRING,
                    "insert",
                    ValidString.in("insert", "upsert"),
                    Importance.HIGH,
                    "insert adds a row per record; upsert replaces the row that has the record's key.")
            .define(
                    PK_MODE,
                    Type.STRING,
                    "none",
                    ValidString.in("none", "record_key", "record_value"),
                    Importance.HIGH,
                    "Where the primary key's values come from: nowhere, the record's key, or fields of its value.")
            .define(
                    PK_FIELDS,
                    Type.LIST,
                    List.of(),
                    Importance.MEDIUM,
                    "The primary key's columns. For a plain record key exactly one name; for a struct key or"
                            + " record_value the fields to take, all of them if empty.")
            .define(
                    VERSION_FIELD,
                    Type.STRING,
                    null,
                    Importance.MEDIUM,
                    "A field that grows with each change of a row: an upsert whose value is smaller than the stored one"
                            + " changes nothing.")
            .define(
                    BATCH_SIZE,
                    Type.INT,
                    3000,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "The most records of a table in one transaction; also bounded by the consumer's max.poll.records.")
            .define(
                    RETRY_BACKOFF_MS,
                    Type.INT,
                    3000,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    "The time in milliseconds between attempts while the database cannot be written.");

    private SinkOptions() {}

    /** Never quotes the value: a URL may hold a secret. */
    private static ConfigDef.Validator checked(Consumer<String> parser) {
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
                () -> "");
    }
}
