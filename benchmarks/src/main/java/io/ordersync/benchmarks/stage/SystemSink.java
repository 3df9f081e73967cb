package io.ordersync.benchmarks.stage;

import io.ordersync.benchmarks.connect.Connectors;
import io.ordersync.benchmarks.connect.SinkConnectorFile;
import io.ordersync.benchmarks.kafka.OrderTopic;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.contract.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The system's own sink, which runs while the whole system is measured. */
public final class SystemSink {

    private SystemSink() {}

    /** Does some work while the sink runs. The sink ignores the records that the topic holds already. */
    public static <T> T callWhileRunning(BenchmarkServers servers, Callable<T> work) throws Exception {
        String connector = "ours-" + UUID.randomUUID();
        skipExistingRecords(servers.bootstrapServers(), "connect-" + connector);
        Connectors connectors = new Connectors(servers.worker());
        connectors.start(connector, SinkConnectorFile.ours().options());
        try {
            return work.call();
        } finally {
            connectors.delete(connector);
        }
    }

    /** Commits offsets before the sink starts, so that the sink reads the first new record. */
    private static void skipExistingRecords(String brokers, String group)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.alterConsumerGroupOffsets(group, new OrderTopic(brokers, Topics.ORDERS).endOffsets())
                    .all()
                    .get();
        }
    }
}
