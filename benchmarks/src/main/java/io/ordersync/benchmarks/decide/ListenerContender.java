package io.ordersync.benchmarks.decide;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import java.util.List;

/** The real catalog-service: it runs and is idle, and all of a sudden the backlog is there. */
record ListenerContender(String name, Run run, int products) implements Contender {

    @Override
    public double measure() throws Exception {
        List<OrderRecord> orders = new SampleOrders(products).list(run.scale().decideRecords(), OrderStatus.PENDING);
        run.servers().database().empty("stock_reservation");
        try (RowMeter meter = new RowMeter(run.servers().database())) {
            new Topic(run.servers().bootstrapServers(), Topics.ORDERS).sendAtOnce(orders);
            return meter.await(orders.size());
        }
    }
}
