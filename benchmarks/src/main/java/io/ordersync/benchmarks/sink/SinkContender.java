package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.servers.Connectors;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.benchmarks.servers.SinkConfig;
import java.util.UUID;

/** A sink connector in the worker. */
record SinkContender(String name, SinkConfig config, Run run, String topic, int tasks) implements Contender {

    @Override
    public double measure() throws Exception {
        Database database = run.servers().database();
        Connectors connectors = new Connectors(run.servers().stack().worker().url());
        String connector = name + "-" + UUID.randomUUID();
        database.empty("orders");
        try (RowMeter meter = new RowMeter(database)) {
            connectors.start(connector, config.with(topic, tasks));
            double rate = meter.await(run.scale().sinkRecords());
            Complete.await(database, run.scale().sinkRecords());
            return rate;
        } finally {
            connectors.delete(connector);
        }
    }
}
