package io.ordersync.benchmarks.measure;

import java.util.concurrent.locks.LockSupport;

/** A load in an open loop: each step starts at its time, whether the steps before it have finished or not. */
public record OpenLoop(int perSecond, int seconds) {

    /** The work of one step. */
    @FunctionalInterface
    public interface Step {
        /** @param due the time at which the step should start, in {@link System#nanoTime()}; latencies count from here */
        void start(int number, long due) throws Exception;
    }

    public int steps() {
        return perSecond * seconds;
    }

    public void run(Step step) throws Exception {
        long begin = System.nanoTime();
        for (int number = 0; number < steps(); number++) {
            long due = begin + number * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            step.start(number, due);
        }
    }
}
