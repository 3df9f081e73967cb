package io.ordersync.benchmarks.endtoend;

import io.ordersync.benchmarks.measure.Latencies;

/** The latencies of one round, in milliseconds. */
record LatencySummary(double p50, double p99, double max) {

    static LatencySummary of(Latencies latencies) {
        return new LatencySummary(latencies.percentile(0.5), latencies.percentile(0.99), latencies.percentile(1));
    }

    LatencySummary plus(LatencySummary other) {
        return new LatencySummary(p50 + other.p50, p99 + other.p99, max + other.max);
    }
}
