package io.ordersync.stack.lifecycle;

import io.ordersync.stack.process.ProcessState;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** How a part is executed: as a process of this machine, or as a container. */
public interface Execution {

    /** Starts it, for the first time or again with its earlier data, and returns without waiting for the server. */
    void start() throws IOException, InterruptedException;

    void stop();

    /** Stops it and refuses every later start, also a start that another thread has begun. */
    void stopForGood();

    void kill();

    void freeze();

    void thaw();

    /** Whether it exists; a suspended one does. */
    boolean isAlive();

    /** The id of its process on this machine. */
    long pid();

    /** The processor time that its process has used, or zero when it has ended. */
    default Duration cpuTime() {
        return isAlive() ? ProcessState.cpuTime(pid()) : Duration.ZERO;
    }

    /** Completes with the exit code when the process of the last start ends, for whatever reason. */
    CompletableFuture<Integer> exit();
}
