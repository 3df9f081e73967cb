package io.ordersync.benchmarks.decide;

import io.ordersync.benchmarks.data.SampleOrders;
import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.contract.OrderStatus;

/** The catalog-service of the system. */
record CatalogServiceCandidate(String name, BenchmarkRun run, int products) implements Candidate {

    @Override
    public double measure() throws Exception {
        run.servers().database().truncate("stock_reservation");
        return new DecisionThroughput(run)
                .measure(new SampleOrders(products).list(run.workload().decide().backlog(), OrderStatus.PENDING));
    }
}
