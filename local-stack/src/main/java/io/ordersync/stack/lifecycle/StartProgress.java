package io.ordersync.stack.lifecycle;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Tells a slow start from a stuck one. A server that starts makes progress when it uses processor time, or when it has
 * another reason not to be ready. A server that only waits and retries uses almost no processor time.
 */
final class StartProgress {

    /** A busy machine may give a server little processor time, but more than this share. */
    private static final int LEAST_SHARE = 60;

    private static final int LONGEST = 10;

    private final long timeout;
    private final long begin = System.nanoTime();
    private long lastSign = begin;
    private Duration cpuTimeThen = Duration.ZERO;
    private String reasonThen = "";
    private boolean waited;

    /** @param timeout the longest time without a sign of progress; ten times as long is the limit for the whole start */
    StartProgress(Duration timeout) {
        this.timeout = timeout.toNanos();
    }

    void observe(Duration cpuTime, String reason) {
        long used = cpuTime.minus(cpuTimeThen).toNanos();
        if (!reason.equals(reasonThen) || used > timeout / LEAST_SHARE) {
            lastSign = System.nanoTime();
            cpuTimeThen = cpuTime;
            reasonThen = reason;
        }
    }

    /**
     * Whether the timeout has passed without progress. It begins again while the server waits for another one, and once more
     * after that.
     */
    boolean isStuck(BooleanSupplier waitsForAnother) {
        if (System.nanoTime() - lastSign <= timeout) {
            return false;
        }
        boolean hadWaited = waited;
        waited = waitsForAnother.getAsBoolean();
        lastSign = System.nanoTime();
        return !waited && !hadWaited;
    }

    boolean isTooSlow() {
        return System.nanoTime() - begin > limit().toNanos();
    }

    Duration limit() {
        return Duration.ofNanos(LONGEST * timeout);
    }
}
