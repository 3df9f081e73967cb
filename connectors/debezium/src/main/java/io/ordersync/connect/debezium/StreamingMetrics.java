package io.ordersync.connect.debezium;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** Debezium's metrics of a source that reads the binary log. Debezium publishes them only in JMX. */
final class StreamingMetrics implements Supplier<Optional<BinlogState>> {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName pattern;
    private @Nullable ObjectName name;

    /** @param topicPrefix the source's {@code topic.prefix}, which is part of the metrics' name */
    StreamingMetrics(String topicPrefix) {
        try {
            pattern = new ObjectName(
                    "debezium.mariadb:type=connector-metrics,context=streaming,server=%s,*".formatted(topicPrefix));
        } catch (MalformedObjectNameException e) {
            throw new ConnectException("topic.prefix contains characters that JMX does not allow: " + topicPrefix, e);
        }
    }

    @Override
    public Optional<BinlogState> get() {
        try {
            if (name == null) {
                name = server.queryNames(pattern, null).stream().findFirst().orElse(null);
            }
            return name == null ? Optional.empty() : Optional.of(read(name));
        } catch (InstanceNotFoundException e) {
            return Optional.empty(); // the source has stopped reading
        } catch (JMException e) {
            throw new ConnectException("Cannot read Debezium's metrics of the binary log", e);
        }
    }

    private BinlogState read(ObjectName metrics) throws JMException {
        return new BinlogState((boolean) server.getAttribute(metrics, "Connected"), (long)
                server.getAttribute(metrics, "MilliSecondsSinceLastEvent"));
    }
}
