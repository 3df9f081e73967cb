package io.ordersync.benchmarks.measure;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Latencies of single operations. Any thread may add one. */
public final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    public void add(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    public int count() {
        return nanos.size();
    }

    /** Returns a percentile in milliseconds by the nearest-rank method: the share 1.0 is the maximum. */
    public double percentile(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
