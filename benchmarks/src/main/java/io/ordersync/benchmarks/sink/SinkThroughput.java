package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.connect.Connectors;
import io.ordersync.benchmarks.connect.SinkConnectorFile;
import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.data.RowRateMeter;
import io.ordersync.benchmarks.kafka.ConsumerGroup;
import io.ordersync.benchmarks.kafka.OrderTopic;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.contract.OrderRecord;
import java.util.List;
import java.util.UUID;

/**
 * Measures a sink with a new connector and a new topic. When every task waits for records, all records become visible at
 * once.
 */
public record SinkThroughput(BenchmarkRun run, SinkConnectorFile config, int tasks) {

    /**
     * Measures rows per second, from the first row to the last.
     *
     * @param name part of the connector's name
     * @param orders orders that are not in the table yet
     * @throws IllegalStateException if an order does not arrive
     */
    public double measure(String name, List<OrderRecord> orders) throws Exception {
        BenchmarkDatabase database = run.servers().database();
        Connectors connectors = new Connectors(run.servers().worker());
        String bootstrapServers = run.servers().bootstrapServers();
        String connector = name + "-" + UUID.randomUUID();
        OrderTopic topic = new OrderTopic(bootstrapServers, "benchmark-" + connector);
        topic.create();
        run.servers().collectGarbage();
        long before = database.count("orders");
        try (RowRateMeter meter = new RowRateMeter(database, "orders")) {
            connectors.start(connector, config.optionsFor(topic.name(), tasks));
            new ConsumerGroup(bootstrapServers, "connect-" + connector).awaitMembers(tasks);
            topic.sendInOneTransaction(orders);
            double rate = meter.awaitRate(orders.size());
            database.awaitCount("orders", before + orders.size());
            return rate;
        } finally {
            connectors.delete(connector);
            topic.delete();
        }
    }
}
