package io.ordersync.benchmarks.decide;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.contract.OrderStatus;

/** The real catalog-service, given a backlog. */
record ListenerContender(String name, Run run, int products) implements Contender {

    @Override
    public double measure() throws Exception {
        run.servers().database().empty("stock_reservation");
        return new Backlog(run).rate(new SampleOrders(products).list(run.scale().decideRecords(), OrderStatus.PENDING));
    }
}
