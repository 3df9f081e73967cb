package io.ordersync.rest;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.SmartLifecycle;

/**
 * The time between the signal to end and the last request. The service says already that it is not ready, and still
 * answers, until whoever sends it requests has asked and sends them elsewhere.
 */
@Slf4j
@RequiredArgsConstructor
class Drain implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    @Override
    public void start() {
        running = true;
    }

    /** Called after readiness is refused, and before the web server takes no more requests: see {@link #getPhase()}. */
    @Override
    public void stop() {
        running = false;
        if (time.isZero()) {
            return;
        }
        log.info("Not ready any more; answers requests for another {} ms", time.toMillis());
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever interrupts wants an end at once
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to be stopped of all. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
