package io.ordersync.stack.server;

import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.AdvertisedPort;
import io.ordersync.stack.net.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A single Kafka node, broker and controller in one. */
public interface KafkaBroker extends Part {

    String NAME = "kafka";
    String CONTROLLER = "kafka-controller";

    AdvertisedPort advertisedPort();

    /** The address that the other servers of the stack use. */
    Address internalAddress();

    /** The port on 127.0.0.1. */
    default int port() {
        return advertisedPort().port();
    }

    /** The address that clients on this machine use. */
    default String bootstrapServers() {
        return advertisedPort().clientAddress().toString();
    }

    /**
     * Lets clients connect to another port of 127.0.0.1, whose owner forwards to {@link #port()}. Call it before any
     * other part is made.
     */
    default KafkaBroker advertise(int proxyPort) {
        advertisedPort().advertise(proxyPort);
        return this;
    }

    /**
     * Adds a listener with a login on a port of 127.0.0.1, for clients that are not parts of the stack; call it before the
     * first start.
     *
     * @param protocol such as {@code SASL_PLAINTEXT}
     * @param settings those of the listener, without {@code listener.name.} and its name
     */
    default KafkaBroker addListener(String name, String protocol, int port, Map<String, Object> settings) {
        throw new UnsupportedOperationException("Only a broker that is a process can have more listeners");
    }

    @Override
    default void probe() throws Exception {
        int timeoutMillis = 2000;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port()), timeoutMillis);
        }
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
        try (Admin admin = Admin.create(client)) {
            if (admin.describeCluster()
                    .nodes()
                    .get(timeoutMillis, TimeUnit.MILLISECONDS)
                    .isEmpty()) {
                throw new IOException("the controller has not registered the broker yet");
            }
        }
    }
}
