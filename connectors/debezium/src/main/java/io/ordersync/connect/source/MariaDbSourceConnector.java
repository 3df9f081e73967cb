package io.ordersync.connect.source;

import io.debezium.connector.mariadb.MariaDbConnector;
import org.apache.kafka.connect.connector.Task;

/**
 * Debezium's connector for MariaDB with the same options. Its tasks monitor their connection themselves, so
 * {@code connect.keep.alive} and its interval have no effect.
 */
public final class MariaDbSourceConnector extends MariaDbConnector {

    @Override
    public Class<? extends Task> taskClass() {
        return MariaDbSourceTask.class;
    }
}
