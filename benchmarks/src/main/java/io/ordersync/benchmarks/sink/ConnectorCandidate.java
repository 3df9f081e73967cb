package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.connect.SinkConnectorFile;
import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.contract.OrderRecord;
import java.util.List;

/** A sink connector, ours or another one, that fills the empty table. */
record ConnectorCandidate(String name, SinkConnectorFile config, BenchmarkRun run, List<OrderRecord> orders, int tasks)
        implements Candidate {

    @Override
    public double measure() throws Exception {
        run.servers().database().truncate("orders");
        return new SinkThroughput(run, config, tasks).measure(name, orders);
    }
}
