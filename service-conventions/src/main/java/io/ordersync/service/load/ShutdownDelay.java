package io.ordersync.service.load;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.SmartLifecycle;

/**
 * Delays the shutdown. The service is no longer ready but still answers, until its proxy has noticed that and sends requests
 * to other instances.
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
