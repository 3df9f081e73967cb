package io.ordersync.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A worker that comes back at once after it was killed and reads secrets from its environment only. */
record WorkerSettings(int port, String bootstrapServers, List<Path> plugins) {

    /** The variables that a connector's configuration may name as {@code ${env:…}}. */
    private static final String READABLE_VARIABLES = "(ORDERS_SINK|USERS_SINK|MARKETING_SINK|CDC)_[A-Z_]+";

    void writeTo(Path file) throws IOException {
        Settings settings = new Settings()
                .set("bootstrap.servers", bootstrapServers)
                .set("listeners", "http://%s:%d".formatted(Ports.HOST, port))
                .set("rest.advertised.host.name", Ports.HOST)
                .set("plugin.path", plugins.stream().map(Path::toString).collect(Collectors.joining(",")))
                .set("plugin.discovery", "service_load")
                .set("key.converter", "org.apache.kafka.connect.json.JsonConverter")
                .set("value.converter", "org.apache.kafka.connect.json.JsonConverter")
                .set("config.providers", "env")
                .set("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider")
                .set("config.providers.env.param.allowlist.pattern", READABLE_VARIABLES)
                .set("offset.flush.interval.ms", 5000);
        group(settings);
        settings.writeTo(file);
    }

    private static void group(Settings settings) {
        settings.set("group.id", "connect")
                .set("session.timeout.ms", 6000)
                .set("heartbeat.interval.ms", 2000)
                .set("scheduled.rebalance.max.delay.ms", 0)
                .set("config.storage.topic", "connect-configs")
                .set("config.storage.replication.factor", 1)
                .set("offset.storage.topic", "connect-offsets")
                .set("offset.storage.replication.factor", 1)
                .set("offset.storage.partitions", 1)
                .set("status.storage.topic", "connect-status")
                .set("status.storage.replication.factor", 1)
                .set("status.storage.partitions", 1);
    }
}
