package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.connect.SinkConnectorFile;
import io.ordersync.benchmarks.data.SampleOrders;
import io.ordersync.benchmarks.decide.DecisionThroughput;
import io.ordersync.benchmarks.sink.SinkThroughput;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.SystemSink;
import io.ordersync.contract.OrderStatus;
import java.util.Map;

/**
 * The figures of one table size. The tables have that size at first and grow during the measurement: by the orders whose
 * CPU time is measured, then {@code orders} by the records of the sink and {@code stock_reservation} by the backlog.
 *
 * @param sinkRate rows per second
 * @param decideRate orders per second
 * @param cpu microseconds per order, by process
 * @param memory resident megabytes, by process
 */
record CostFigures(double sinkRate, double decideRate, Map<String, Double> cpu, Map<String, Double> memory) {

    /** This stage processes fewer records than the others, because each round fills the tables again for each size. */
    private static final int DIVISOR = 2;

    private static final int PRODUCTS = 1000;

    static CostFigures measure(BenchmarkRun run, int rows) throws Exception {
        new TableFiller(run.servers().database(), rows).fill();
        ResourceConsumption consumption = new ResourceConsumption(run);
        Map<String, Double> cpu = SystemSink.callWhileRunning(run.servers(), consumption::measureCpuPerOrder);
        double sinkRate = measureSink(run);
        double decideRate = measureDecide(run);
        return new CostFigures(sinkRate, decideRate, cpu, consumption.measureMemory());
    }

    private static double measureSink(BenchmarkRun run) throws Exception {
        int orders = run.workload().sinkRecords() / DIVISOR;
        return new SinkThroughput(run, SinkConnectorFile.ours(), 2)
                .measure("cost", new SampleOrders(PRODUCTS).list(orders, OrderStatus.CONFIRMED));
    }

    private static double measureDecide(BenchmarkRun run) throws Exception {
        int orders = run.workload().decide().backlog() / DIVISOR;
        return new DecisionThroughput(run).measure(new SampleOrders(PRODUCTS).list(orders, OrderStatus.PENDING));
    }
}
