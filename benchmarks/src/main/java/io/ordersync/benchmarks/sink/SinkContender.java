package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.servers.SinkConfig;
import io.ordersync.contract.OrderRecord;
import java.util.List;

/** A sink connector, ours or another, that fills the empty table. */
record SinkContender(String name, SinkConfig config, Run run, List<OrderRecord> orders, int tasks)
        implements Contender {

    @Override
    public double measure() throws Exception {
        run.servers().database().empty("orders");
        return new SinkRun(run, config, tasks).rate(name, orders);
    }
}
