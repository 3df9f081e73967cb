package io.ordersync.connect.sink.position;

import io.ordersync.connect.database.TableName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** The statements about the table of positions. */
final class PositionSql {

    private static final String KEY = " WHERE connector = ? AND topic = ? AND topic_partition = ?";

    private final TableName name;

    PositionSql(TableName name) {
        this.name = name;
    }

    String create() {
        return "CREATE TABLE " + name.quoted()
                + " (connector VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,"
                + " topic VARCHAR(249) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, topic_partition INT NOT NULL,"
                + " topic_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL, next_offset BIGINT NOT NULL,"
                + " PRIMARY KEY (connector, topic, topic_partition)) ENGINE=InnoDB";
    }

    String grant(String user) {
        return "GRANT SELECT, INSERT, UPDATE, DELETE ON " + name.quoted() + " TO '" + user + "'@'%'";
    }

    String select() {
        return "SELECT topic, topic_partition, next_offset, topic_id FROM " + name.quoted() + " WHERE connector = ?";
    }

    /** Values: next offset and id; connector, topic, partition; expected offset and id. */
    String compareAndSet() {
        return "UPDATE " + name.quoted() + " SET next_offset = ?, topic_id = ?" + KEY
                + " AND next_offset = ? AND topic_id <=> ?";
    }

    /** Values: connector, topic, partition, offset and id. */
    String insert() {
        return "INSERT INTO " + name.quoted() + " (connector, topic, topic_partition, next_offset, topic_id)"
                + " VALUES (?, ?, ?, ?, ?)";
    }

    /** Values: connector, topic, partition, offset. The id is read again at the start of the task. */
    String put() {
        return insert().replace("?, ?)", "?, NULL)")
                + " ON DUPLICATE KEY UPDATE next_offset = VALUES(next_offset), topic_id = NULL";
    }

    /** The values stand in the text, which is for people. Names of topics need no escaping. */
    String insertion(String connector, Map<TopicPartition, Position> positions) {
        return positions.entrySet().stream()
                .map(entry -> "('%s', '%s', %d, %d, %s)"
                        .formatted(
                                connector.replace("'", "''"),
                                entry.getKey().topic(),
                                entry.getKey().partition(),
                                entry.getValue().offset(),
                                entry.getValue().topicId() == null
                                        ? "NULL"
                                        : "'" + entry.getValue().topicId() + "'"))
                .sorted()
                .collect(Collectors.joining(", ", insert().substring(0, insert().indexOf("VALUES")) + "VALUES ", ""));
    }

    String delete() {
        return "DELETE FROM " + name.quoted() + KEY;
    }

    /** Statements that need the rights of the sink but change nothing: EXPLAIN needs those of the statement it explains. */
    List<String> probes() {
        return List.of(
                "SELECT next_offset FROM " + name.quoted() + " WHERE FALSE",
                "EXPLAIN INSERT INTO " + name.quoted() + " (connector) VALUES (NULL)",
                "EXPLAIN UPDATE " + name.quoted() + " SET next_offset = next_offset WHERE FALSE");
    }
}
