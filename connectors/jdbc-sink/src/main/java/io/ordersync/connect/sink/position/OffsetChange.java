package io.ordersync.connect.sink.position;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.sink.config.SinkConfig;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;

/** Changes the position of a stopped connector, as its operator asks through Connect's REST API. */
public record OffsetChange(SinkConfig config) {

    /**
     * Sets or deletes positions in one transaction; does nothing if only Kafka keeps the position.
     *
     * @param offsets the next offset of each partition; null to delete its position; empty to delete all positions of the
     *     connector, which Connect asks for if its consumer group has no offsets
     * @throws ConnectException if that is not possible: nothing is changed
     */
    public void apply(Map<TopicPartition, Long> offsets) {
        if (!config.offsets().isEnabled()) {
            return;
        }
        offsets.forEach((partition, offset) -> {
            if (offset != null && offset < 0) {
                throw new ConnectException("The offset %d of partition %s is negative".formatted(offset, partition));
            }
        });
        PositionTable table = new PositionTable(config);
        try {
            Session session = Session.open(config.database());
            try {
                table.alter(session, offsets);
            } finally {
                session.close();
            }
        } catch (SQLException e) {
            throw new ConnectException(
                    "The position in table %s at %s cannot be changed, and nothing was changed: %s"
                            .formatted(table.name(), config.database().url(), e.getMessage()),
                    e);
        }
    }
}
