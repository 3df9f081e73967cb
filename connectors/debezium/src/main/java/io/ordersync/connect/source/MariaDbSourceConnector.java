package io.ordersync.connect.source;

import io.debezium.connector.mariadb.MariaDbConnector;
import org.apache.kafka.connect.connector.Task;

/**
 * Debezium's connector for MariaDB, with its options, and with tasks that look after their connection themselves:
 * {@code connect.keep.alive} and its interval have no effect.
 */
public final class MariaDbSourceConnector extends MariaDbConnector {

    @Override
    public Class<? extends Task> taskClass() {
        return MariaDbSourceTask.class;
    }
}
