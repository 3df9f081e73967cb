package io.ordersync.system.chaos;

import java.time.Duration;

/**
 * A fault of one part of the system, and how to end it.
 *
 * @param rank the order in which overlapping faults end: parts that others depend on have the smaller rank
 * @param lasts the time between begin and end
 */
record InjectedFault(String part, String kind, int rank, Duration lasts, Runnable begin, Runnable end) {

    @Override
    public String toString() {
        return part + ": " + kind;
    }
}
