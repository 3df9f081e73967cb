package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.decide.Backlog;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.benchmarks.servers.SinkConfig;
import io.ordersync.benchmarks.servers.SystemRunning;
import io.ordersync.benchmarks.sink.SinkRun;
import io.ordersync.contract.OrderStatus;
import java.util.Map;

/**
 * What was taken with one size of the tables. They have that size at first and grow by what is measured: by the orders
 * whose CPU time is taken, then {@code orders} by the records of the sink and {@code stock_reservation} by the backlog.
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
        Consumption consumption = new Consumption(run);
        Map<String, Double> cpu = SystemRunning.during(run.servers(), consumption::cpuPerOrder);
        double sinkRate = sink(run);
        double decideRate = decide(run);
        return new Bill(sinkRate, decideRate, cpu, consumption.memory());
    }

    private static double sink(Run run) throws Exception {
        int orders = run.scale().sinkRecords() / SHARE;
        return new SinkRun(run, SinkConfig.ours(), 2)
                .rate("cost", new SampleOrders(PRODUCTS).list(orders, OrderStatus.CONFIRMED));
    }

    private static double decide(Run run) throws Exception {
        int orders = run.scale().decideRecords() / SHARE;
        return new Backlog(run).rate(new SampleOrders(PRODUCTS).list(orders, OrderStatus.PENDING));
    }
}
