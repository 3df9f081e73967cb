package io.ordersync.connect.sink.config;

import io.ordersync.connect.database.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the sink keeps its position.
 *
 * @param table the table, or null if only Kafka keeps the position
 * @param connector the name of the connector, under which its positions are kept
 * @param admin the settings of the client that reads the ids of topics; empty for none
 */
public record OffsetConfig(@Nullable TableName table, String connector, Map<String, String> admin) {

    static final String ADMIN_PREFIX = "offsets.admin.";
    static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    /** The length of the column with the name. */
    static final int LONGEST_NAME = 128;

    /** Whether the position is kept in a table. */
    public boolean isEnabled() {
        return table != null;
    }
}
