package io.ordersync.benchmarks.measure;

import java.time.Duration;

/** What the operating system has counted for one process, or for several that do one job. */
public interface Meter {

    /** CPU time of all its threads so far, in user code and in the kernel, to a hundredth of a second. */
    Duration used();

    /** Resident memory; 0 where the system has no {@code /proc}. */
    double residentMegabytes();
}
