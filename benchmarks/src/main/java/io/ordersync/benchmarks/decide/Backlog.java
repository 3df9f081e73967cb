package io.ordersync.benchmarks.decide;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import java.util.List;

/** Undecided orders for the real catalog-service, which runs and is idle: all of a sudden they are there. */
public record Backlog(Run run) {

    private static final String CONFIRMED = "stock_reservation WHERE status = 'CONFIRMED'";

    /**
     * Orders per second, from the first to the last.
     *
     * @param orders new ones, all of which can be delivered
     * @throws IllegalStateException if not all of them are confirmed
     */
    public double rate(List<OrderRecord> orders) throws Exception {
        Database database = run.servers().database();
        long before = database.count(CONFIRMED);
        try (RowMeter meter = new RowMeter(database)) {
            new Topic(run.servers().bootstrapServers(), Topics.ORDERS).sendAtOnce(orders);
            double rate = meter.await(orders.size());
            database.await(CONFIRMED, before + orders.size());
            return rate;
        }
    }
}
