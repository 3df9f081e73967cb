package io.ordersync.connect.source.config;

import static io.ordersync.connect.database.options.Validators.checkedList;
import static io.ordersync.connect.database.options.Validators.oneOf;

import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.options.FrameworkOptions;
import io.ordersync.connect.database.options.OptionDefinitions;
import io.ordersync.connect.database.options.Precedence;
import io.ordersync.connect.database.options.TimeZoneOption;
import io.ordersync.connect.database.options.Translation;
import io.ordersync.connect.database.options.Validators;
import io.ordersync.connect.database.options.Vocabulary;
import io.ordersync.connect.source.config.published.SourceLeftovers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The options of the connector: name, type, default, valid values and meaning. */
public final class SourceOptions {

    static final String CONNECTION_BACKOFF = "connection.backoff.ms";
    public static final String MODE = "mode";
    public static final String INCREMENTING_COLUMN = "incrementing.column.name";
    static final String INCREMENTING_INITIAL = "incrementing.initial";
    static final String GAP_TIMEOUT = "gap.timeout.ms";
    public static final String TIMESTAMP_COLUMNS = "timestamp.column.name";
    static final String TIMESTAMP_DELAY = "timestamp.delay.interval.ms";
    static final String TIMESTAMP_INITIAL = "timestamp.initial";
    public static final String VALIDATE_NON_NULL = "validate.non.null";
    public static final String TABLE_WHITELIST = "table.whitelist";
    static final String TABLE_INCLUDE_LIST = "table.include.list";
    static final String TABLE_BLACKLIST = "table.blacklist";
    static final String TABLE_EXCLUDE_LIST = "table.exclude.list";
    static final String TABLE_TYPES = "table.types";
    static final String TABLE_POLL_INTERVAL = "table.poll.interval.ms";
    public static final String QUERY = "query";
    static final String QUERY_SUFFIX = "query.suffix";
    static final String TOPIC_PREFIX = "topic.prefix";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String BATCH_ROWS = "batch.max.rows";
    static final String NUMERIC_MAPPING = "numeric.mapping";
    static final String DB_TIMEZONE = "db.timezone";

    private static final OptionDefinitions OPTIONS = new OptionDefinitions();
    public static final ConfigDef DEFINITIONS = OPTIONS.toConfigDef();

    static {
        ConnectionOptions.define(OPTIONS);
        OPTIONS.add(
                CONNECTION_BACKOFF,
                Type.LONG,
                3000L,
                Range.atLeast(1),
                "The pause between attempts while the database or a table cannot be read, in milliseconds.");
        OPTIONS.add(
                MODE,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                oneOf(Mode.OPTIONS),
                "bulk sends all rows at each poll. incrementing sends rows with new ids. timestamp sends rows with a new time"
                        + " of change. timestamp+incrementing does the same and orders rows of equal times by their ids.");
        OPTIONS.add(
                INCREMENTING_COLUMN,
                Type.STRING,
                null,
                null,
                "The column with the ids: an integer. By default the column that the server numbers.");
        OPTIONS.add(
                INCREMENTING_INITIAL,
                Type.LONG,
                null,
                null,
                "The first poll reads ids greater than this one. By default it reads all.");
        OPTIONS.add(
                GAP_TIMEOUT,
                Type.LONG,
                600_000L,
                Range.atLeast(0),
                "How long mode incrementing asks for an id that is missing below the highest one, in milliseconds: the longest"
                        + " time between the allocation of an id and the commit of its row. Rows of open transactions are"
                        + " awaited for longer.");
        OPTIONS.add(
                TIMESTAMP_COLUMNS,
                Type.LIST,
                List.of(),
                null,
                "The columns with the time of change. The first of them that is not null counts.");
        OPTIONS.add(
                TIMESTAMP_DELAY,
                Type.LONG,
                1000L,
                Range.atLeast(0),
                "The age that a row must have before it is read, in milliseconds by the clock of the database.");
        OPTIONS.add(
                TIMESTAMP_INITIAL,
                Type.LONG,
                null,
                Validators.atLeast(TimestampConfig.NOW),
                "The first poll reads rows from this time on, in milliseconds since 1970; -1 for the time of the start. By"
                        + " default it reads all.");
        OPTIONS.add(
                VALIDATE_NON_NULL,
                Type.BOOLEAN,
                true,
                null,
                "Whether the incrementing column, and at least one timestamp column, must be NOT NULL. A row without such a"
                        + " value is never read.");
        OPTIONS.add(
                TABLE_WHITELIST,
                Type.LIST,
                List.of(),
                checkedList("tables or regular expressions", TableSelection::check),
                "The tables to read: table, database.table, or a regular expression for one of the two. By default all tables"
                        + " of the database.");
        OPTIONS.add(
                TABLE_INCLUDE_LIST,
                Type.LIST,
                List.of(),
                checkedList("tables or regular expressions", TableSelection::check),
                "The same as table.whitelist.");
        OPTIONS.add(
                TABLE_BLACKLIST,
                Type.LIST,
                List.of(),
                checkedList("tables or regular expressions", TableSelection::check),
                "Tables that are not read.");
        OPTIONS.add(
                TABLE_EXCLUDE_LIST,
                Type.LIST,
                List.of(),
                checkedList("tables or regular expressions", TableSelection::check),
                "The same as table.blacklist.");
        OPTIONS.add(
                TABLE_TYPES,
                Type.LIST,
                List.of("TABLE"),
                checkedList("TABLE, VIEW", SourceOptions::checkTypes),
                "Whether views are read beside tables, unless the list of tables names them anyway.");
        OPTIONS.add(
                TABLE_POLL_INTERVAL,
                Type.LONG,
                60_000L,
                Range.atLeast(1),
                "The pause between two searches for new tables, in milliseconds. A table that table.whitelist names is read as"
                        + " soon as it exists.");
        OPTIONS.add(
                QUERY,
                Type.STRING,
                null,
                null,
                "A SELECT statement whose rows are read instead of tables. Their topic is topic.prefix.");
        OPTIONS.add(
                QUERY_SUFFIX,
                Type.STRING,
                null,
                null,
                "The end of each statement that reads rows. LIMIT lowers batch.max.rows.");
        OPTIONS.add(
                TOPIC_PREFIX,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                null,
                "The topic of a table is this text and the name of the table.");
        OPTIONS.add(
                POLL_INTERVAL,
                Type.LONG,
                5000L,
                Range.atLeast(1),
                "The pause after a table has been read to its end, in milliseconds.");
        OPTIONS.add(
                BATCH_ROWS,
                Type.INT,
                100,
                Range.atLeast(1),
                "How many rows one statement reads. The source holds up to twice as many in memory.");
        OPTIONS.add(
                NUMERIC_MAPPING,
                Type.STRING,
                "none",
                oneOf(NumericMapping.OPTIONS),
                "The type of decimal columns. none: Decimal. precision_only: an integer if there are no decimal places and up"
                        + " to 18 digits. best_fit: also float64 with decimal places and up to 18 digits."
                        + " best_fit_eager_double: float64 with decimal places and any number of digits.");
        OPTIONS.add(
                DB_TIMEZONE,
                Type.STRING,
                "UTC",
                TimeZoneOption.VALID,
                "The time zone of datetime columns. A timestamp column needs none.");
    }

    private static final Vocabulary VOCABULARY = new Vocabulary(
            DEFINITIONS.names(), Set.of(), FrameworkOptions.OF_SOURCES, SourceLeftovers.ALL, Precedence.NONE);

    private SourceOptions() {}

    /** Returns the configuration in options of this source. */
    static Translation translate(Map<String, String> options) {
        return Translation.of(options, VOCABULARY);
    }

    private static void checkTypes(List<String> types) {
        if (!types.stream().allMatch(type -> type.matches("(?i)(partitioned )?table|view"))) {
            throw new IllegalArgumentException("must name TABLE or VIEW");
        }
    }
}
