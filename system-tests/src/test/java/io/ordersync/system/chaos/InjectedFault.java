package io.ordersync.system.chaos;

import java.time.Duration;

/**
 * Something that is done to one part of the system, and undone.
 *
 * @param rank the smaller it is, the more others need the part: faults that overlap are undone in this order
 * @param lasts how long it stays so
 */
record InjectedFault(String part, String kind, int rank, Duration lasts, Runnable begin, Runnable end) {

    @Override
    public String toString() {
        return part + ": " + kind;
    }
}
