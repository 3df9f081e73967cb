package io.ordersync.connect.sink.config;

import static io.ordersync.connect.database.options.Validators.checked;
import static io.ordersync.connect.database.options.Validators.checkedList;
import static io.ordersync.connect.database.options.Validators.oneOf;

import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.options.FrameworkOptions;
import io.ordersync.connect.database.options.OptionDefinitions;
import io.ordersync.connect.database.options.TimeZoneOption;
import io.ordersync.connect.database.options.Translation;
import io.ordersync.connect.database.options.Vocabulary;
import io.ordersync.connect.sink.config.published.DebeziumConfiguration;
import io.ordersync.connect.sink.config.published.OptionsOfOtherSinks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The options of the connector: name, type, default, valid values and meaning. */
public final class SinkOptions {

    static final String CONNECTION_ATTEMPTS = "connection.attempts";
    static final String CONNECTION_BACKOFF_MS = "connection.backoff.ms";
    public static final String TABLE_NAME_FORMAT = "table.name.format";
    static final String TABLE_NAME_NORMALIZE = "table.name.normalize";
    static final String TOPICS_TO_TABLES = "topics.to.tables.mapping";
    public static final String INSERT_MODE = "insert.mode";
    static final String PK_MODE = "pk.mode";
    static final String PK_FIELDS = "pk.fields";
    static final String FIELDS_WHITELIST = "fields.whitelist";
    static final String FIELDS_BLACKLIST = "fields.blacklist";
    static final String REPLACE_NULL = "replace.null.with.default";
    static final String DB_TIMEZONE = "db.timezone";
    static final String USE_TIME_ZONE = "use.time.zone";
    static final String DELETE_ENABLED = "delete.enabled";
    static final String TOMBSTONES_SKIPPED = "tombstones.skipped";
    static final String VERSION_FIELD = "version.field";
    static final String VERSION_TIES = "version.ties";
    static final String KEEP = "keep";
    private static final String REPLACE = "replace";
    static final String AUTO_CREATE = "auto.create";
    static final String AUTO_EVOLVE = "auto.evolve";
    static final String BATCH_SIZE = "batch.size";
    public static final String OFFSETS_TABLE = "offsets.table";
    static final String WRITE_STAGING = "write.staging";
    static final String MAX_RETRIES = "max.retries";
    static final String RETRY_BACKOFF_MS = "retry.backoff.ms";

    private static final OptionDefinitions OPTIONS = new OptionDefinitions();
    public static final ConfigDef DEFINITIONS = OPTIONS.toConfigDef();

    static {
        ConnectionOptions.define(OPTIONS);
        OPTIONS.add(
                CONNECTION_ATTEMPTS,
                Type.INT,
                3,
                Range.atLeast(1),
                "How many failed attempts to connect count as one retry. The pause between them is connection.backoff.ms.");
        OPTIONS.add(
                CONNECTION_BACKOFF_MS,
                Type.INT,
                1000,
                Range.atLeast(1),
                "The pause between attempts to connect, in milliseconds.");
        OPTIONS.add(
                TABLE_NAME_FORMAT,
                Type.STRING,
                "${topic}",
                checked("table or database.table", TableNameFormat::new),
                "The name of the table. ${topic} stands for the topic of the record; a dot in the topic becomes part of the"
                        + " name. In ${topic_} each dot of the topic becomes an underscore.");
        OPTIONS.add(
                TABLE_NAME_NORMALIZE,
                Type.BOOLEAN,
                false,
                null,
                "Whether each character of the table's name that is not a letter of ASCII, a digit or an underscore becomes"
                        + " an underscore, the dots of table.name.format included.");
        OPTIONS.add(
                TOPICS_TO_TABLES,
                Type.LIST,
                List.of(),
                checkedList("topic:table", TableNameFormat::mapping),
                "Tables of single topics. Other topics use table.name.format.");
        OPTIONS.add(
                INSERT_MODE,
                Type.STRING,
                "insert",
                oneOf("insert", "upsert", "update", "multi"),
                "insert adds a row for each record. upsert updates the row that has the key of the record, or adds one."
                        + " update only updates: a record without a row changes nothing. multi is the same as insert.");
        OPTIONS.add(
                PK_MODE,
                Type.STRING,
                "none",
                oneOf("none", "kafka", "record_key", "record_value"),
                "The source of the primary key: none; the topic, partition and offset that the record was read from;"
                        + " the key of the record; or fields of its value.");
        OPTIONS.add(
                PK_FIELDS,
                Type.LIST,
                List.of(),
                null,
                "The columns of the primary key. If the record key is not a struct, exactly one name. If it is, or with"
                        + " pk.mode=record_value, the names of the fields to use; empty for all. With pk.mode=kafka three"
                        + " names; empty for __connect_topic, __connect_partition and __connect_offset.");
        OPTIONS.add(
                FIELDS_WHITELIST,
                Type.LIST,
                List.of(),
                null,
                "The fields of the value to write; empty for all. The primary key is always written.");
        OPTIONS.add(
                FIELDS_BLACKLIST,
                Type.LIST,
                List.of(),
                null,
                "The fields of the value that are not written. The primary key is always written.");
        OPTIONS.add(REPLACE_NULL, Type.BOOLEAN, false, null, "Whether the default of an optional field replaces null.");
        OPTIONS.add(
                DB_TIMEZONE,
                Type.STRING,
                "UTC",
                TimeZoneOption.VALID,
                "The time zone in which columns hold the values of Connect's Timestamp and Time.");
        OPTIONS.add(
                USE_TIME_ZONE,
                Type.STRING,
                "UTC",
                TimeZoneOption.VALID,
                "The time zone in which columns hold the values of Debezium's ZonedTimestamp.");
        OPTIONS.add(
                DELETE_ENABLED,
                Type.BOOLEAN,
                false,
                null,
                "Whether a tombstone (a record without a value) deletes the row with its key. Needs pk.mode=record_key.");
        OPTIONS.add(
                TOMBSTONES_SKIPPED,
                Type.BOOLEAN,
                false,
                null,
                "Whether a tombstone is left out if delete.enabled is false. Otherwise it is refused.");
        OPTIONS.add(
                VERSION_FIELD,
                Type.STRING,
                null,
                null,
                "A field that grows with each change of a row, such as a revision. An upsert does not change a row whose"
                        + " stored value is greater.");
        OPTIONS.add(
                VERSION_TIES,
                Type.STRING,
                REPLACE,
                oneOf(REPLACE, KEEP),
                "What happens to a row whose stored value of version.field equals that of the record: replace writes the"
                        + " record, keep leaves the row as it is.");
        OPTIONS.add(
                AUTO_CREATE,
                Type.BOOLEAN,
                false,
                null,
                "Whether the sink creates a missing table from the schema of the record.");
        OPTIONS.add(
                AUTO_EVOLVE,
                Type.BOOLEAN,
                false,
                null,
                "Whether the sink adds a missing column. The field must be optional or have a default.");
        OPTIONS.add(
                BATCH_SIZE,
                Type.INT,
                3000,
                Range.atLeast(1),
                "The largest number of records in one transaction. The max.poll.records of the consumer limits it too.");
        OPTIONS.add(
                OFFSETS_TABLE,
                Type.STRING,
                null,
                checked("table or database.table", TableNameFormat::parse),
                "The table in which the sink keeps its position. It moves the position in the transaction that writes the"
                        + " rows, so each record is written exactly once.");
        OPTIONS.add(
                WRITE_STAGING,
                Type.STRING,
                "auto",
                oneOf("auto", "off"),
                "How batches of 100 rows or more are written. With auto the sink loads them into a temporary table and"
                        + " inserts them from there, if server, login and columns allow it. With off it always sends"
                        + " multi-row statements.");
        OPTIONS.add(
                MAX_RETRIES,
                Type.INT,
                -1,
                Range.atLeast(-1),
                "How many times a batch is retried before the task fails, while the database cannot be written;"
                        + " -1 for no limit.");
        OPTIONS.add(RETRY_BACKOFF_MS, Type.INT, 3000, Range.atLeast(1), "The pause between retries, in milliseconds.");
    }

    private static final Vocabulary VOCABULARY = new Vocabulary(
            DEFINITIONS.names(),
            Set.of(OffsetConfig.ADMIN_PREFIX),
            FrameworkOptions.OF_SINKS,
            OptionsOfOtherSinks.ALL,
            DebeziumConfiguration::choose);

    private SinkOptions() {}

    /** Returns the configuration in options of this sink. */
    static Translation translate(Map<String, String> options) {
        return DebeziumConfiguration.complete(Translation.of(options, VOCABULARY), options);
    }
}
