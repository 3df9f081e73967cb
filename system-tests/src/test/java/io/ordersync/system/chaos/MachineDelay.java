package io.ordersync.system.chaos;

import io.ordersync.system.fixture.ServiceClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What a busy machine adds to any answer: the longest time, from the moment it was due, of requests that wait for nothing and go
 * to a service that has no other requests.
 */
final class MachineDelay implements AutoCloseable {

    private static final String HEALTH = "/actuator/health/liveness";
    private static final long INTERVAL_NANOS = Duration.ofMillis(20).toNanos();

    private final ServiceClient idle;
    private final AtomicLong longestNanos = new AtomicLong();
    private final Thread thread = new Thread(this::measure, "machine-delay");
    private volatile boolean stopped;

    private MachineDelay(ServiceClient idle) {
        this.idle = idle;
    }

    static MachineDelay start(ServiceClient idle) {
        MachineDelay delay = new MachineDelay(idle);
        delay.thread.start();
        return delay;
    }

    /**
     * The longest delay until now.
     *
     * @throws IllegalStateException if the service did not answer every request
     */
    Duration longest() {
        if (!thread.isAlive()) {
            throw new IllegalStateException("The delay of the machine is not measured any more");
        }
        return Duration.ofNanos(longestNanos.get());
    }

    private void measure() {
        long due = System.nanoTime();
        while (!stopped) {
            idle.getJson(HEALTH);
            long end = System.nanoTime();
            longestNanos.accumulateAndGet(end - due, Math::max);
            due = Math.max(due + INTERVAL_NANOS, end);
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
