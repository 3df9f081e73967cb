package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.type.ErrorText;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Names the record that cannot be stored, and the reason. Its message is in the dead letter or in the state of the task. */
public final class RefusedRecordException extends ConnectException {

    private static final int LONGEST_KEY = 200;

    private RefusedRecordException(SinkRecord record, TableName table, String reason, Throwable cause) {
        super(ErrorText.shorten(placeOf(record) + ", table " + table + ", " + reason), ErrorText.ifShort(cause));
    }

    /** Topic, partition and offset at which the record lies, and its key, shortened if it is long. */
    public static String placeOf(SinkRecord record) {
        return "topic " + record.originalTopic() + ", partition " + record.originalKafkaPartition() + ", offset "
                + record.originalKafkaOffset() + ", key " + shortened(record.key());
    }

    /** @param columns the columns that the statement writes or compares */
    public static RefusedRecordException byDatabase(
            SinkRecord record, TableName table, List<String> columns, SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        return new RefusedRecordException(
                record,
                table,
                blamed(columns, message)
                                .map(column -> "column " + column + ": ")
                                .orElse("") + message + " [error " + cause.getErrorCode() + ", state "
                        + cause.getSQLState() + "]",
                cause);
    }

    /**
     * Finds the column that the message of the server blames. The server puts the column's name after the value, which may
     * contain anything, and some messages put database and table before it.
     */
    private static Optional<String> blamed(List<String> columns, String message) {
        Map<String, Integer> places = new HashMap<>();
        for (String column : columns) {
            String name = Pattern.quote(column);
            String escaped = Pattern.quote(column.replace("`", "``"));
            Pattern named = Pattern.compile(
                    "(?i)(?:column|field) (?:`.*?`\\.){0,2}(?:`" + name + "`|`" + escaped + "`|'" + name + "')");
            named.matcher(message).results().forEach(match -> places.put(column, match.start()));
        }
        return places.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static String shortened(@Nullable Object key) {
        String text = key instanceof byte[] bytes ? "0x" + HexFormat.of().formatHex(bytes) : String.valueOf(key);
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "…";
    }

    static RefusedRecordException unstorable(SinkRecord record, TableName table, DataException cause) {
        return new RefusedRecordException(record, table, String.valueOf(cause.getMessage()), cause);
    }
}
