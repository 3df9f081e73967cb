package io.ordersync.stack;

import io.ordersync.stack.process.ServerProcess;
import java.time.Duration;
import java.util.List;

/** Stops the parts of a stack once, group after group; whoever asks again waits for the end of it. */
final class OrderlyStop {

    private final StackParts parts;
    private final StackListener listener;
    private volatile boolean begun;
    private boolean done;

    OrderlyStop(StackParts parts, StackListener listener) {
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

    /** Nothing is stopped from now on. */
    synchronized void forgo() {
        done = true;
    }

    private synchronized void runOnce() {
        if (!done) {
            parts.stopOrder().forEach(this::stopGroup);
            done = true;
            listener.closed();
        }
    }

    private void stopGroup(List<ServerProcess> group) {
        Tasks.sideBySide(
                group.stream().<Runnable>map(part -> () -> stopOne(part)).toList());
    }

    private void stopOne(ServerProcess part) {
        if (!part.isAlive()) {
            part.retire();
            return;
        }
        long begin = System.nanoTime();
        listener.stopping(part);
        part.retire();
        listener.stopped(part, Duration.ofNanos(System.nanoTime() - begin));
    }
}
