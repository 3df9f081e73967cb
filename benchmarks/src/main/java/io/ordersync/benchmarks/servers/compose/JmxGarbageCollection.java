package io.ordersync.benchmarks.servers.compose;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Makes the JVM of a container collect its garbage. The image holds no {@code jcmd}, so the request goes through JMX. */
final class JmxGarbageCollection {

    private JmxGarbageCollection() {}

    /** @param port the JVM's JMX port on 127.0.0.1 */
    static void run(int port) throws IOException {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi".formatted(port));
        try (JMXConnector jmx = JMXConnectorFactory.connect(url)) {
            ManagementFactory.newPlatformMXBeanProxy(
                            jmx.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class)
                    .gc();
        }
    }
}
