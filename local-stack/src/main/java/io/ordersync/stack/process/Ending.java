package io.ordersync.stack.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process, ours or one left behind by an earlier launcher, and waits until it is gone. */
public final class Ending {

    private static final Duration POLITE = Duration.ofSeconds(20);
    private static final Duration FORCED = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;

    private Ending() {}

    static void politely(ProcessHandle process) {
        process.destroy();
        ProcessSignal.CONT.send(process.pid()); // a frozen process sees SIGTERM only when it goes on
        if (!isGoneWithin(process, POLITE)) {
            byForce(process);
        }
    }

    public static void byForce(ProcessHandle process) {
        process.destroyForcibly();
        if (!isGoneWithin(process, FORCED)) {
            throw new IllegalStateException("process %d does not end, not even by SIGKILL".formatted(process.pid()));
        }
    }

    private static boolean isGoneWithin(ProcessHandle process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (ProcessState.isAlive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            waitForExit(process);
        }
        return true;
    }

    /** Returns after a moment at the latest, since the exit of a process that is not our child may stay unseen. */
    private static void waitForExit(ProcessHandle process) {
        try {
            process.onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // still there: the caller looks again
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while process %d ends".formatted(process.pid()), e);
        }
    }
}
