package io.ordersync.benchmarks.decide;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.data.RowRateMeter;
import io.ordersync.benchmarks.kafka.OrderTopic;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import java.util.List;

/** Measures catalog-service: it is idle until a backlog of undecided orders becomes visible at once. */
public record DecisionThroughput(BenchmarkRun run) {

    private static final String CONFIRMED = "stock_reservation WHERE status = 'CONFIRMED'";

    /**
     * Measures orders per second, from the first order to the last.
     *
     * @param orders new orders that can all be confirmed
     * @throws IllegalStateException if an order is not confirmed
     */
    public double measure(List<OrderRecord> orders) throws Exception {
        BenchmarkDatabase database = run.servers().database();
        long before = database.count(CONFIRMED);
        try (RowRateMeter meter = new RowRateMeter(database, "stock_reservation")) {
            new OrderTopic(run.servers().bootstrapServers(), Topics.ORDERS).sendInOneTransaction(orders);
            double rate = meter.awaitRate(orders.size());
            database.awaitCount(CONFIRMED, before + orders.size());
            return rate;
        }
    }
}
