package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.db.TableName;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Names the record that cannot be stored, and the reason. Its message is in the dead letter or in the state of the task. */
public final class RefusedRecordException extends ConnectException {

    private static final Pattern COLUMN = Pattern.compile("(?i)(?:column|field) [`']([^`']+)[`']");

    private RefusedRecordException(SinkRecord record, TableName table, String reason, Throwable cause) {
        super(
                "topic " + record.originalTopic() + ", partition " + record.originalKafkaPartition() + ", offset "
                        + record.originalKafkaOffset() + ", key " + record.key() + ", table " + table + ", " + reason,
                cause);
    }

    public static RefusedRecordException byDatabase(SinkRecord record, TableName table, SQLException cause) {
        Matcher column = COLUMN.matcher(String.valueOf(cause.getMessage()));
        return new RefusedRecordException(
                record,
                table,
                (column.find() ? "column " + column.group(1) + ": " : "") + cause.getMessage() + " [error "
                        + cause.getErrorCode() + ", state " + cause.getSQLState() + "]",
                cause);
    }

    static RefusedRecordException unstorable(SinkRecord record, TableName table, DataException cause) {
        return new RefusedRecordException(record, table, String.valueOf(cause.getMessage()), cause);
    }
}
