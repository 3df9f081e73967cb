package io.ordersync.stack;

import java.io.IOException;
import java.nio.file.Path;

/** A broker for one machine: every internal topic with one replica, and small buffers. */
record BrokerSettings(Path data, int port, int controllerPort) {

    void writeTo(Path file) throws IOException {
        Settings settings = new Settings();
        identity(settings);
        internalTopics(settings);
        sizes(settings);
        settings.writeTo(file);
    }

    private void identity(Settings settings) {
        settings.set("process.roles", "broker,controller")
                .set("node.id", 1)
                .set("controller.quorum.voters", "1@%s:%d".formatted(Ports.HOST, controllerPort))
                .set("controller.listener.names", "CONTROLLER")
                .set("inter.broker.listener.name", "PLAINTEXT")
                .set("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT")
                .set(
                        "listeners",
                        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(Ports.HOST, port, Ports.HOST, controllerPort))
                .set("advertised.listeners", "PLAINTEXT://%s:%d".formatted(Ports.HOST, port))
                .set("log.dirs", data)
                .set("broker.session.timeout.ms", 5000) // a killed broker is let in again when this is over
                .set("broker.heartbeat.interval.ms", 1000)
                .set("auto.create.topics.enable", false);
    }

    private static void internalTopics(Settings settings) {
        settings.set("default.replication.factor", 1)
                .set("min.insync.replicas", 1)
                .set("offsets.topic.replication.factor", 1)
                .set("offsets.topic.num.partitions", 4)
                .set("transaction.state.log.replication.factor", 1)
                .set("transaction.state.log.min.isr", 1)
                .set("transaction.state.log.num.partitions", 4)
                .set("share.coordinator.state.topic.replication.factor", 1)
                .set("share.coordinator.state.topic.min.isr", 1)
                .set("group.initial.rebalance.delay.ms", 0)
                .set("transaction.abort.timed.out.transaction.cleanup.interval.ms", 1000);
    }

    private static void sizes(Settings settings) {
        settings.set("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024) // 128 MB otherwise, taken at the start
                .set("num.network.threads", 2)
                .set("num.io.threads", 4)
                .set("num.recovery.threads.per.data.dir", 2);
    }
}
