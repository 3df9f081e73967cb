package io.ordersync.connect.sink.type;

import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Chooses the type of a column for the values of a schema. */
public final class ColumnType {

    private static final int LARGEST_PRECISION = 65;
    private static final int LARGEST_SCALE = 38;
    /** InnoDB's limit for an index, 3072 bytes, in utf8mb4 characters. */
    private static final int LONGEST_KEY = 768;

    private static final Map<Schema.Type, String> PRIMITIVE = Map.of(
            Schema.Type.INT8, "TINYINT",
            Schema.Type.INT16, "SMALLINT",
            Schema.Type.INT32, "INT",
            Schema.Type.INT64, "BIGINT",
            Schema.Type.FLOAT32, "FLOAT",
            Schema.Type.FLOAT64, "DOUBLE",
            Schema.Type.BOOLEAN, "BOOLEAN",
            Schema.Type.STRING, "LONGTEXT",
            Schema.Type.BYTES, "LONGBLOB");

    private static final Map<String, String> TIMES =
            Map.of(Date.LOGICAL_NAME, "DATE", Time.LOGICAL_NAME, "TIME(3)", Timestamp.LOGICAL_NAME, "DATETIME(3)");

    private ColumnType() {}

    /** @throws UnstorableRecordException for arrays, maps and structs, and decimals with too many digits */
    public static String choose(FieldSource source) {
        Schema schema = source.schema();
        if (Binding.of(schema) == null) {
            throw UnstorableRecordException.unsupported(source);
        }
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            return decimal(source);
        }
        DebeziumType debezium = DebeziumType.of(schema);
        if (debezium != null) {
            return debezium.column().apply(schema);
        }
        String time = schema.name() == null ? null : TIMES.get(schema.name());
        return time != null ? time : PRIMITIVE.get(schema.type());
    }

    /** Returns a type in which keys that differ in Kafka differ too: upper and lower case and trailing blanks count. */
    public static String chooseForKey(FieldSource source, int keys) {
        int length = Math.min(255, LONGEST_KEY / keys);
        return switch (choose(source)) {
            case "LONGTEXT", "VARCHAR(255)", "JSON" ->
                "VARCHAR(" + length + ") CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
            case "LONGBLOB" -> "VARBINARY(" + length + ")";
            default -> choose(source);
        };
    }

    /** Returns the type of the column for dates and times; empty for the values of other schemas. */
    static String chooseForTimes(Schema schema) {
        String name = String.valueOf(schema.name());
        DebeziumType debezium = name.startsWith(DebeziumType.TIMES) ? DebeziumType.of(schema) : null;
        String column = debezium == null ? TIMES.get(name) : debezium.column().apply(schema);
        return column == null || column.equals("YEAR") ? "" : column;
    }

    private static String decimal(FieldSource source) {
        Map<String, String> parameters = source.schema().parameters();
        String scale = parameters == null ? null : parameters.get(Decimal.SCALE_FIELD);
        if (scale == null || !scale.matches("-[0-9]{1,9}|[0-9]{1,2}") || Integer.parseInt(scale) > LARGEST_SCALE) {
            throw UnstorableRecordException.unsupported(source);
        }
        return "DECIMAL(" + LARGEST_PRECISION + "," + Math.max(0, Integer.parseInt(scale)) + ")";
    }
}
