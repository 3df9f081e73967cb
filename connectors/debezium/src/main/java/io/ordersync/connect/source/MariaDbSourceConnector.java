package io.ordersync.connect.source;

import io.debezium.connector.mariadb.MariaDbConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's connector for MariaDB, with all of its options, and tasks that do not stay without their connection. */
public final class MariaDbSourceConnector extends MariaDbConnector {

    @Override
    public Class<? extends Task> taskClass() {
        return MariaDbSourceTask.class;
    }
}
