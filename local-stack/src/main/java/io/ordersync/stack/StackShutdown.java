package io.ordersync.stack;

import io.ordersync.stack.lifecycle.Part;
import java.time.Duration;
import java.util.List;

/** Stops the parts of a stack once, group after group. A second caller waits until the first has finished. */
final class StackShutdown {

    private final StackParts parts;
    private final StackListener listener;
    private volatile boolean begun;
    private boolean done;

    StackShutdown(StackParts parts, StackListener listener) {
        this.parts = parts;
        this.listener = listener;
    }

    boolean hasBegun() {
        return begun;
    }

    void run() {
        begun = true;
        runOnce();
    }

    /** Leaves the parts running: later calls of {@link #run()} do nothing. */
    synchronized void cancel() {
        done = true;
    }

    private synchronized void runOnce() {
        if (!done) {
            parts.stopOrder().forEach(this::stopGroup);
            done = true;
            listener.closed();
        }
    }

    private void stopGroup(List<Part> group) {
        Tasks.runInParallel(
                group.stream().<Runnable>map(part -> () -> stopOne(part)).toList());
    }

    private void stopOne(Part part) {
        if (!part.isAlive()) {
            part.stopForGood();
            return;
        }
        long begin = System.nanoTime();
        listener.stopping(part);
        part.stopForGood();
        listener.stopped(part, Duration.ofNanos(System.nanoTime() - begin));
    }
}
