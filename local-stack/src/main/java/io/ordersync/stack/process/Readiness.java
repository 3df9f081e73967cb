package io.ordersync.stack.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a server again and again whether it is ready, for as long as its process lives and there is time. */
record Readiness(String part, LogFile log, Probe probe) {

    private static final long POLL_MILLIS = 100;

    /** Talks to a server; throws with the reason when it is not ready. */
    interface Probe {
        void ask() throws Exception;
    }

    void await(Execution execution, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<String> complaint = complaint();
        while (complaint.isPresent()) {
            requireAlive(execution);
            if (System.nanoTime() > deadline) {
                throw PartFailed.late(part, timeout, complaint.get(), log);
            }
            pause(execution.exit());
            complaint = complaint();
        }
        requireAlive(execution); // else somebody else answers on its port
    }

    /** Why the server is not ready, or nothing when it is. */
    Optional<String> complaint() {
        try {
            probe.ask();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PartFailed.because(part, e);
        } catch (Exception e) {
            return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private void requireAlive(Execution execution) {
        if (!execution.isAlive()) {
            throw PartFailed.died(part, execution.exit().join(), log);
        }
    }

    /** Until the next question, or the end of the process. */
    private void pause(CompletableFuture<Integer> exit) {
        try {
            exit.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // it lives: the caller asks again
        } catch (ExecutionException e) {
            throw PartFailed.because(part, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PartFailed.because(part, e);
        }
    }
}
