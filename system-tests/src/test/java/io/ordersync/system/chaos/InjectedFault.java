package io.ordersync.system.chaos;

import java.time.Duration;

/**
 * A fault of one part of the system, and how to end it.
 *
 * @param rank the order in which overlapping faults end: parts that others depend on have the smaller rank
 * @param lasts the time between begin and end
 * @param isAlone whether no other fault may overlap it, because it needs the system to begin or to end
 */
record InjectedFault(
        String part, String kind, int rank, Duration lasts, Runnable begin, Runnable end, boolean isAlone) {

    InjectedFault(String part, String kind, int rank, Duration lasts, Runnable begin, Runnable end) {
        this(part, kind, rank, lasts, begin, end, false);
    }

    static InjectedFault alone(String part, String kind, Duration lasts, Runnable begin, Runnable end) {
        return new InjectedFault(part, kind, 0, lasts, begin, end, true);
    }

    @Override
    public String toString() {
        return part + ": " + kind;
    }
}
