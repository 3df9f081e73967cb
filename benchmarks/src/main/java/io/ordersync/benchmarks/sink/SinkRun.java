package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.servers.Connectors;
import io.ordersync.benchmarks.servers.ConsumerGroup;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.benchmarks.servers.SinkConfig;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.OrderRecord;
import java.util.List;
import java.util.UUID;

/** A new sink connector in the worker and a new topic: all its tasks wait for records, and all of a sudden they are there. */
public record SinkRun(Run run, SinkConfig config, int tasks) {

    /**
     * Rows per second, from the first to the last.
     *
     * @param name part of the connector's name
     * @param orders none of which is in the table
     * @throws IllegalStateException if not all of them arrive
     */
    public double rate(String name, List<OrderRecord> orders) throws Exception {
        Database database = run.servers().database();
        Connectors connectors = new Connectors(run.servers().workerUrl());
        String bootstrapServers = run.servers().bootstrapServers();
        String connector = name + "-" + UUID.randomUUID();
        Topic topic = new Topic(bootstrapServers, "benchmark-" + connector);
        topic.create();
        run.servers().collectGarbage();
        long before = database.count("orders");
        try (RowMeter meter = new RowMeter(database)) {
            connectors.start(connector, config.with(topic.name(), tasks));
            new ConsumerGroup(bootstrapServers, "connect-" + connector).awaitMembers(tasks);
            topic.sendAtOnce(orders);
            double rate = meter.await(orders.size());
            database.await("orders", before + orders.size());
            return rate;
        } finally {
            connectors.delete(connector);
            topic.delete();
        }
    }
}
