package io.ordersync.connect.database;

import org.mariadb.jdbc.util.log.Loggers;
import org.slf4j.LoggerFactory;

/**
 * Turns off the driver's own log. The driver logs every error of the server, each of which reaches the sink as an
 * exception too, so an outage would fill the log. Level DEBUG for {@code org.mariadb.jdbc} keeps it on.
 */
final class DriverLogging {

    private static final String DISABLE = "mariadb.logging.disable";

    private DriverLogging() {}

    /** Call this before any other class of the driver is used. It affects only the driver of this plugin. */
    static void turnOff() {
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
