package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.servers.Connectors;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.benchmarks.servers.SinkConfig;
import io.ordersync.benchmarks.servers.SystemRunning;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import java.util.Map;
import java.util.UUID;

/**
 * What was taken with one size of the tables.
 *
 * @param sinkRate rows per second
 * @param decideRate orders per second
 * @param cpu microseconds for each order, by process
 * @param memory resident megabytes, by process
 */
record Bill(double sinkRate, double decideRate, Map<String, Double> cpu, Map<String, Double> memory) {

    private static final String TOPIC = "benchmark-cost";
    private static final int SHARE = 4;

    /** What the sink reads in every round. */
    static void sendBacklog(Run run) throws Exception {
        Topic topic = new Topic(brokers(run), TOPIC);
        topic.create();
        topic.sendAtOnce(new SampleOrders(1000).list(run.scale().sinkRecords() / SHARE, OrderStatus.CONFIRMED));
    }

    static Bill take(Run run, int rows) throws Exception {
        new Fill(run.servers().database(), rows).run();
        double sinkRate = sink(run);
        double decideRate = decide(run);
        return SystemRunning.during(run.servers(), () -> {
            Consumption consumption = new Consumption(run);
            return new Bill(sinkRate, decideRate, consumption.cpuPerOrder(), consumption.memory());
        });
    }

    private static double sink(Run run) throws Exception {
        Connectors connectors = new Connectors(run.servers().workerUrl());
        String connector = "cost-" + UUID.randomUUID();
        try (RowMeter meter = new RowMeter(run.servers().database())) {
            connectors.start(connector, SinkConfig.ours().with(TOPIC, 2));
            return meter.await(run.scale().sinkRecords() / SHARE);
        } finally {
            connectors.delete(connector);
        }
    }

    private static double decide(Run run) throws Exception {
        int orders = run.scale().decideRecords() / SHARE;
        try (RowMeter meter = new RowMeter(run.servers().database())) {
            new Topic(brokers(run), Topics.ORDERS).sendAtOnce(new SampleOrders(1000).list(orders, OrderStatus.PENDING));
            return meter.await(orders);
        }
    }

    private static String brokers(Run run) {
        return run.servers().bootstrapServers();
    }
}
