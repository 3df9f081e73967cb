package io.ordersync.benchmarks.way;

/** Waits for a thread that has been told to end. */
final class Ended {

    private Ended() {}

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
