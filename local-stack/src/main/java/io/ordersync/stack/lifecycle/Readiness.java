package io.ordersync.stack.lifecycle;

import io.ordersync.stack.process.LogFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Asks a server repeatedly whether it is ready, until it is, its process ends or the server makes no progress. A server that
 * waits for another one is not stuck: the other one is watched itself.
 */
record Readiness(String part, LogFile log, Probe probe, BooleanSupplier waitsForAnother) {

    private static final long POLL_MILLIS = 50;

    /** Talks to a server; throws with the reason when it is not ready. */
    interface Probe {
        void ask() throws Exception;
    }

    /** @param timeout the longest time without progress; see {@link StartProgress} */
    void await(Execution execution, Duration timeout) {
        StartProgress progress = new StartProgress(timeout);
        Optional<String> problem = problem();
        while (problem.isPresent()) {
            requireAlive(execution);
            progress.observe(execution.cpuTime(), problem.get());
            if (progress.isStuck(waitsForAnother)) {
                throw PartFailed.stuck(part, timeout, problem.get(), log);
            }
            if (progress.isTooSlow()) {
                throw PartFailed.tooSlow(part, progress.limit(), problem.get(), log);
            }
            pause(execution.exit());
            problem = problem();
        }
        requireAlive(execution); // otherwise another process has answered on its port
    }

    /** Why the server is not ready, or nothing when it is. */
    Optional<String> problem() {
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
            throw PartFailed.ended(part, execution.exit().join(), log);
        }
    }

    /** Pauses for a moment, or until the process ends. */
    private void pause(CompletableFuture<Integer> exit) {
        try {
            exit.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the process runs: the caller asks again
        } catch (ExecutionException e) {
            throw PartFailed.because(part, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PartFailed.because(part, e);
        }
    }
}
