package io.ordersync.stack.server;

import io.ordersync.stack.files.Settings;
import io.ordersync.stack.net.Ports;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A broker for one machine: what all brokers have in common, and every topic with one replica.
 *
 * @param advertisedPort where clients are told to connect, which may be somebody who passes on what they say
 */
record BrokerSettings(Path common, Path data, int port, int advertisedPort, int controllerPort) {

    private static final String PLAIN = "PLAINTEXT://" + Ports.HOST + ":%d";
    private static final String PROXIED = "PROXIED://" + Ports.HOST + ":%d";
    private static final String CONTROLLER = "CONTROLLER://" + Ports.HOST + ":%d";

    /** A free one, which the broker finds: where only it itself connects to. */
    private static final int ANY = 0;

    void writeTo(Path file) throws IOException {
        Settings settings = Settings.from(common);
        identity(settings);
        replicas(settings);
        settings.writeTo(file);
    }

    private void identity(Settings settings) {
        settings.set("process.roles", "broker,controller")
                .set("node.id", 1)
                .set("controller.quorum.voters", "1@%s:%d".formatted(Ports.HOST, controllerPort))
                .set("controller.listener.names", "CONTROLLER")
                .set("inter.broker.listener.name", "PLAINTEXT")
                .set("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT")
                .set("log.dirs", data);
        if (advertisedPort == port) {
            settings.set("listeners", PLAIN.formatted(port) + "," + CONTROLLER.formatted(controllerPort))
                    .set("advertised.listeners", PLAIN.formatted(port));
        } else {
            settings.set(
                            "listeners",
                            PLAIN.formatted(ANY) + "," + PROXIED.formatted(port) + ","
                                    + CONTROLLER.formatted(controllerPort))
                    .set("advertised.listeners", PLAIN.formatted(ANY) + "," + PROXIED.formatted(advertisedPort));
        }
    }

    private static void replicas(Settings settings) {
        settings.set("default.replication.factor", 1)
                .set("min.insync.replicas", 1)
                .set("offsets.topic.replication.factor", 1)
                .set("transaction.state.log.replication.factor", 1)
                .set("transaction.state.log.min.isr", 1)
                .set("share.coordinator.state.topic.replication.factor", 1)
                .set("share.coordinator.state.topic.min.isr", 1);
    }
}
