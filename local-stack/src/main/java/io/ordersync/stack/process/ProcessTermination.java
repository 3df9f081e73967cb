package io.ordersync.stack.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process and waits until it is gone. The process need not be a child of this JVM. */
public final class ProcessTermination {

    private static final Duration GRACE_PERIOD = Duration.ofSeconds(20);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;

    private ProcessTermination() {}

    /** Sends SIGTERM, and SIGKILL if the process still runs after 20 seconds. */
    public static void graceful(ProcessHandle process) {
        process.destroy();
        ProcessSignal.CONT.send(process.pid()); // a frozen process handles SIGTERM only after SIGCONT
        if (!awaitExit(process, GRACE_PERIOD)) {
            forcible(process);
        }
    }

    /**
     * Sends SIGKILL.
     *
     * @throws IllegalStateException if the process still runs after 10 seconds
     */
    public static void forcible(ProcessHandle process) {
        process.destroyForcibly();
        if (!awaitExit(process, KILL_TIMEOUT)) {
            throw new IllegalStateException("process %d still runs after SIGKILL".formatted(process.pid()));
        }
    }

    private static boolean awaitExit(ProcessHandle process, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (ProcessState.isAlive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pauseUntilExit(process);
        }
        return true;
    }

    /** Pauses for 50 ms at most: Java may not notice the exit of a process that is not its child. */
    private static void pauseUntilExit(ProcessHandle process) {
        try {
            process.onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the process still runs: the caller checks the deadline
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while process %d ends".formatted(process.pid()), e);
        }
    }
}
