package io.ordersync.benchmarks.source;

import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.servers.BenchmarkServers;

/** The rate at which a source reads a table that is full when it starts. */
record FirstRead(RowSource source, BenchmarkServers servers, int rows) implements Candidate {

    private static final int PAUSE_MILLIS = 1000;

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public double measure() throws Exception {
        servers.collectGarbage();
        try (RowTopic topic = source.createTopic();
                AutoCloseable reading = source.start(topic, PAUSE_MILLIS)) {
            return topic.awaitRate(rows);
        }
    }
}
