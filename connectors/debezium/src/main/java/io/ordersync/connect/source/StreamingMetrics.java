package io.ordersync.connect.source;

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

/** Debezium's own metrics of a source that reads the binary log; it tells them by JMX alone. */
final class StreamingMetrics implements Supplier<Optional<BinlogState>> {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName pattern;
    private @Nullable ObjectName name;

    /** @param source its {@code topic.prefix} */
    StreamingMetrics(String source) {
        try {
            pattern = new ObjectName(
                    "debezium.mariadb:type=connector-metrics,context=streaming,server=%s,*".formatted(source));
        } catch (MalformedObjectNameException e) {
            throw new ConnectException("not a topic.prefix: " + source, e);
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
            return Optional.empty(); // it does not read any more
        } catch (JMException e) {
            throw new ConnectException("Debezium does not tell how it reads the binary log", e);
        }
    }

    private BinlogState read(ObjectName metrics) throws JMException {
        return new BinlogState((boolean) server.getAttribute(metrics, "Connected"), (long)
                server.getAttribute(metrics, "MilliSecondsSinceLastEvent"));
    }
}
