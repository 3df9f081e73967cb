package io.ordersync.benchmarks.way;

import io.ordersync.benchmarks.measure.Latencies;

/** Of one round, in milliseconds. */
record Times(double p50, double p99, double max) {

    static Times of(Latencies latencies) {
        return new Times(latencies.percentile(0.5), latencies.percentile(0.99), latencies.percentile(1));
    }

    Times plus(Times other) {
        return new Times(p50 + other.p50, p99 + other.p99, max + other.max);
    }
}
