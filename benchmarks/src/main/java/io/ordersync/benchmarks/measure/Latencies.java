package io.ordersync.benchmarks.measure;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Single times, taken by any thread. */
public final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    public void add(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    public int count() {
        return nanos.size();
    }

    /** In milliseconds; the nearest rank, so 1.0 is the maximum. */
    public double percentile(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
