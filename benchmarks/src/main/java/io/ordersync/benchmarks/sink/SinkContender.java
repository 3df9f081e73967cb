package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.servers.Connectors;
import io.ordersync.benchmarks.servers.ConsumerGroup;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.benchmarks.servers.SinkConfig;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.OrderRecord;
import java.util.List;
import java.util.UUID;

/** A sink connector in the worker: all its tasks wait for records, and all of a sudden the backlog is there. */
record SinkContender(String name, SinkConfig config, Run run, List<OrderRecord> orders, int tasks)
        implements Contender {

    @Override
    public double measure() throws Exception {
        Database database = run.servers().database();
        Connectors connectors = new Connectors(run.servers().workerUrl());
        String bootstrapServers = run.servers().bootstrapServers();
        String connector = name + "-" + UUID.randomUUID();
        Topic topic = new Topic(bootstrapServers, "benchmark-" + connector);
        topic.create();
        database.empty("orders");
        run.servers().collectGarbage();
        try (RowMeter meter = new RowMeter(database)) {
            connectors.start(connector, config.with(topic.name(), tasks));
            new ConsumerGroup(bootstrapServers, "connect-" + connector).awaitMembers(tasks);
            topic.sendAtOnce(orders);
            double rate = meter.await(orders.size());
            Complete.await(database, orders.size());
            return rate;
        } finally {
            connectors.delete(connector);
            topic.delete();
        }
    }
}
