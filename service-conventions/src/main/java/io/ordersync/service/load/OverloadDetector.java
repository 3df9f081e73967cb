package io.ordersync.service.load;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import lombok.RequiredArgsConstructor;

/**
 * Tells an overload from a burst. The queue of a burst is short again within a second. A queue that stays long for more
 * than a second is a standing queue (Nichols and Jacobson, Controlling Queue Delay, 2012).
 */
@RequiredArgsConstructor
public class OverloadDetector {

    private static final long A_SECOND = 1_000_000_000;

    private final IntSupplier length;
    private final int shortLength;
    private final LongSupplier nanoTime;

    private volatile boolean isLong;
    private volatile long longSince;

    /** Has to be called for each request that leaves the queue, since it reads the length only then. */
    boolean isOverloaded() {
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
