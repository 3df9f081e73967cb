package io.ordersync.connect.source;

import java.lang.management.ManagementFactory;
import java.util.Hashtable;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.connect.errors.ConnectException;

/** What Debezium tells of a source that reads the binary log; it tells that by JMX alone. */
final class StreamingMetrics {

    private StreamingMetrics() {}

    /**
     * Whether the source has its connection to the binary log.
     *
     * @param source its {@code topic.prefix}
     */
    static boolean areConnected(String source) {
        try {
            Map<String, String> keys = Map.of("type", "connector-metrics", "context", "streaming", "server", source);
            ObjectName name = new ObjectName("debezium.mariadb", new Hashtable<>(keys));
            return (boolean) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Connected");
        } catch (InstanceNotFoundException e) {
            return false; // it does not read yet
        } catch (JMException e) {
            throw new ConnectException("Debezium does not tell whether it is connected", e);
        }
    }
}
