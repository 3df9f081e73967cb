package io.ordersync.stack.process;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What a part is executed as: a process of this machine, or a container. */
public interface Execution {

    /** Starts it, for the first time or again with the data of before, and returns without waiting for the server. */
    void start() throws IOException, InterruptedException;

    void stop();

    void kill();

    void freeze();

    void thaw();

    /** Stops it for good: from now on nothing is started, not even by a start that is under way in another thread. */
    void retire();

    /** Whether it exists; a frozen one does. */
    boolean isAlive();

    /** The id of its process, as this machine sees it. */
    long pid();

    /** Completes with the exit code when what the last start has started ends, however it ends. */
    CompletableFuture<Integer> exit();
}
