package io.ordersync.rest;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import lombok.RequiredArgsConstructor;

/**
 * Tells too much work from a burst. A burst is gone soon; a queue that has been long for a second is no burst, and grows
 * for as long as more comes in than goes out (Nichols and Jacobson, Controlling Queue Delay, 2012).
 */
@RequiredArgsConstructor
class StandingQueue {

    private static final long A_SECOND = 1_000_000_000;

    private final IntSupplier length;
    private final int shortLength;
    private final LongSupplier nanoTime;

    private volatile boolean isLong;
    private volatile long longSince;

    /** To be asked for everything that leaves the queue: it looks only then. */
    boolean stands() {
        if (length.getAsInt() <= shortLength) {
            isLong = false;
            return false;
        }
        if (!isLong) {
            longSince = nanoTime.getAsLong();
            isLong = true;
        }
        return nanoTime.getAsLong() - longSince > A_SECOND;
    }
}
