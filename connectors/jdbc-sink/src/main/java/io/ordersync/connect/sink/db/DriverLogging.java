package io.ordersync.connect.sink.db;

import org.mariadb.jdbc.util.log.Loggers;
import org.slf4j.LoggerFactory;

/**
 * Keeps the driver from logging every error that a server answers: each reaches us as an exception too, and an outage
 * would fill the log. Level DEBUG for {@code org.mariadb.jdbc} brings its log back.
 */
final class DriverLogging {

    private static final String DISABLE = "mariadb.logging.disable";

    private DriverLogging() {}

    /** To be called before any other class of the driver is used; concerns only this plugin's copy of it. */
    static void quieten() {
        if (System.getProperty(DISABLE) != null
                || LoggerFactory.getLogger("org.mariadb.jdbc").isDebugEnabled()) {
            return;
        }
        System.setProperty(DISABLE, "true");
        try {
            Loggers.init();
        } finally {
            System.clearProperty(DISABLE);
        }
    }
}
