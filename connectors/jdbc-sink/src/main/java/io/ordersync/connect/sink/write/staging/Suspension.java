package io.ordersync.connect.sink.write.staging;

/** Pauses staging after a failure, for 1, 2, 4 … 64 batches: a topic may have a bad record in every batch. */
final class Suspension {

    private static final int LONGEST = 64;

    private int next = 1;
    private int left;

    /** Whether the next batch is not to be staged; call it once for each batch. */
    boolean skips() {
        return left > 0 && left-- > 0;
    }

    void failed() {
        left = next;
        next = Math.min(2 * next, LONGEST);
    }

    void succeeded() {
        next = 1;
    }
}
