package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.benchmarks.servers.SinkConfig;
import io.ordersync.benchmarks.servers.SystemRunning;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.benchmarks.sink.SinkRun;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import java.util.Map;

/**
 * What was taken with one size of the tables.
 *
 * @param sinkRate rows per second
 * @param decideRate orders per second
 * @param cpu microseconds for each order, by process
 * @param memory resident megabytes, by process
 */
record Bill(double sinkRate, double decideRate, Map<String, Double> cpu, Map<String, Double> memory) {

    /** Each size is filled anew in each round, so less is measured than by the other stages. */
    private static final int SHARE = 2;

    private static final int PRODUCTS = 1000;

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
        int orders = run.scale().sinkRecords() / SHARE;
        return new SinkRun(run, SinkConfig.ours(), 2)
                .rate("cost", new SampleOrders(PRODUCTS).list(orders, OrderStatus.CONFIRMED));
    }

    private static double decide(Run run) throws Exception {
        int orders = run.scale().decideRecords() / SHARE;
        try (RowMeter meter = new RowMeter(run.servers().database())) {
            new Topic(run.servers().bootstrapServers(), Topics.ORDERS)
                    .sendAtOnce(new SampleOrders(PRODUCTS).list(orders, OrderStatus.PENDING));
            return meter.await(orders);
        }
    }
}
