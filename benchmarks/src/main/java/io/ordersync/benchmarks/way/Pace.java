package io.ordersync.benchmarks.way;

import java.util.concurrent.locks.LockSupport;

/** An open loop: each step has its time, whether the ones before it are done or not. */
record Pace(int perSecond, int seconds) {

    /** What happens at each step. */
    @FunctionalInterface
    interface Step {
        /** @param due when it should happen, in {@link System#nanoTime()}; times are taken from here */
        void take(int number, long due) throws Exception;
    }

    int steps() {
        return perSecond * seconds;
    }

    void keep(Step step) throws Exception {
        long begin = System.nanoTime();
        for (int number = 0; number < steps(); number++) {
            long due = begin + number * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            step.take(number, due);
        }
    }
}
