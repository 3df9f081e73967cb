package io.ordersync.order.kafka;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Something that needs the broker, to be done once when the service starts. What cannot be done at once is tried again
 * beside the service until it can; that it has to wait is logged once, and that it is done.
 */
@Slf4j
@RequiredArgsConstructor
final class BrokerTask implements AutoCloseable {

    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    /** May be done again after it was done in part. */
    interface Step {
        void run() throws Exception;
    }

    private final String name;
    private final Step step;
    private final BackOffExecution pauses = pauses();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var worker = new Thread(task, "broker-task");
        worker.setDaemon(true);
        return worker;
    });

    /** Returns when the task is done or has failed once. */
    void begin() {
        try {
            step.run();
        } catch (Exception e) {
            log.warn(
                    "{} waits for the broker: {}",
                    name,
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            pause();
        }
    }

    /** Gives the task up. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void goOn() {
        try {
            step.run();
            log.info("{}: done", name);
        } catch (Exception e) {
            log.debug("{}: not yet", name, e);
            pause();
        }
    }

    private void pause() {
        if (!thread.isShutdown()) {
            thread.schedule(this::goOn, pauses.nextBackOff(), MILLISECONDS);
        }
    }

    private static BackOffExecution pauses() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MS);
        return backOff.start();
    }
}
