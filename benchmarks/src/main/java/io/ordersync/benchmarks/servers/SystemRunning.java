package io.ordersync.benchmarks.servers;

import io.ordersync.contract.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** All of it: both services and our sink, which begins behind what is in the topic now. */
public final class SystemRunning {

    private SystemRunning() {}

    /** Does some work while everything runs. */
    public static <T> T during(Servers servers, Callable<T> work) throws Exception {
        String connector = "ours-" + UUID.randomUUID();
        skipTheBacklog(servers.bootstrapServers(), "connect-" + connector);
        Connectors connectors = new Connectors(servers.workerUrl());
        connectors.start(connector, SinkConfig.ours().options());
        try {
            return work.call();
        } finally {
            connectors.delete(connector);
        }
    }

    /** By offsets that are committed before the group begins: so not even the first record is missed. */
    private static void skipTheBacklog(String brokers, String group) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.alterConsumerGroupOffsets(group, new Topic(brokers, Topics.ORDERS).ends())
                    .all()
                    .get();
        }
    }
}
