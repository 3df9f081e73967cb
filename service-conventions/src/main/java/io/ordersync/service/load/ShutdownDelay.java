package io.ordersync.service.load;

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
public class ShutdownDelay implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    @Override
    public void start() {
        running = true;
    }

    /** Runs after the service stops being ready and before the web server stops taking requests: see {@link #getPhase()}. */
    @Override
    public void stop() {
        running = false;
        if (time.isZero()) {
            return;
        }
        log.info("No longer ready; still answers requests for {} ms", time.toMillis());
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // an interrupt ends the delay at once
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase, so this stops first. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
