package io.ordersync.benchmarks.measure;

import java.time.Duration;

/** CPU time and memory of one process, or of several processes that do one job, as the operating system counts them. */
public interface ResourceMeter {

    /** CPU time of all threads so far, in user code and in the kernel. Its resolution is a hundredth of a second. */
    Duration cpuTime();

    /** Resident memory in megabytes. */
    double residentMegabytes();
}
