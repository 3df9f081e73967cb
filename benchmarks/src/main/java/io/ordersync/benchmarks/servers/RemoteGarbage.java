package io.ordersync.benchmarks.servers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** As {@link Garbage}, in a JVM whose process cannot be reached from here. */
final class RemoteGarbage {

    private RemoteGarbage() {}

    /** @param port of the JVM's JMX on 127.0.0.1 */
    static void collect(int port) throws IOException {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi".formatted(port));
        try (JMXConnector jmx = JMXConnectorFactory.connect(url)) {
            ManagementFactory.newPlatformMXBeanProxy(
                            jmx.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class)
                    .gc();
        }
    }
}
