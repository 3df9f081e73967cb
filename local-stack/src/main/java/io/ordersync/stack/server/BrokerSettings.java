package io.ordersync.stack.server;

import io.ordersync.stack.files.PropertiesFile;
import io.ordersync.stack.net.AdvertisedPort;
import io.ordersync.stack.net.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings of the only broker of a stack: those that all brokers share, its ports, and one replica per topic.
 *
 * @param moreListeners besides that of the stack's parts
 * @param more settings of these listeners
 */
record BrokerSettings(
        Path common,
        Path data,
        AdvertisedPort port,
        int controllerPort,
        List<Listener> moreListeners,
        Map<String, Object> more) {

    /** A listener on 127.0.0.1. */
    record Listener(String name, String protocol, int port) {

        String mapping() {
            return "," + name + ":" + protocol;
        }

        String address() {
            return ",%s://%s:%d".formatted(name, Ports.HOST, port);
        }
    }

    private static final String PLAIN = "PLAINTEXT://" + Ports.HOST + ":%d";
    private static final String PROXIED = "PROXIED://" + Ports.HOST + ":%d";
    private static final String CONTROLLER = "CONTROLLER://" + Ports.HOST + ":%d";

    /** The broker chooses a free port: no one but the broker itself connects to it. */
    private static final int ANY = 0;

    void writeTo(Path file) throws IOException {
        PropertiesFile settings = PropertiesFile.from(common);
        identity(settings);
        replicas(settings);
        more.forEach(settings::set);
        settings.writeTo(file);
    }

    private void identity(PropertiesFile settings) {
        settings.set("process.roles", "broker,controller")
                .set("node.id", 1)
                .set("controller.quorum.voters", "1@%s:%d".formatted(Ports.HOST, controllerPort))
                .set("controller.listener.names", "CONTROLLER")
                .set("inter.broker.listener.name", "PLAINTEXT")
                .set(
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT" + all(Listener::mapping))
                .set("log.dirs", data);
        if (port.advertised() == port.port()) {
            settings.set(
                            "listeners",
                            PLAIN.formatted(port.port()) + "," + CONTROLLER.formatted(controllerPort)
                                    + all(Listener::address))
                    .set("advertised.listeners", PLAIN.formatted(port.port()) + all(Listener::address));
        } else {
            settings.set(
                            "listeners",
                            PLAIN.formatted(ANY) + "," + PROXIED.formatted(port.port()) + ","
                                    + CONTROLLER.formatted(controllerPort) + all(Listener::address))
                    .set(
                            "advertised.listeners",
                            PLAIN.formatted(ANY) + "," + PROXIED.formatted(port.advertised()) + all(Listener::address));
        }
    }

    private String all(Function<Listener, String> part) {
        return moreListeners.stream().map(part).collect(Collectors.joining());
    }

    private static void replicas(PropertiesFile settings) {
        settings.set("default.replication.factor", 1)
                .set("min.insync.replicas", 1)
                .set("offsets.topic.replication.factor", 1)
                .set("transaction.state.log.replication.factor", 1)
                .set("transaction.state.log.min.isr", 1)
                .set("share.coordinator.state.topic.replication.factor", 1)
                .set("share.coordinator.state.topic.min.isr", 1);
    }
}
