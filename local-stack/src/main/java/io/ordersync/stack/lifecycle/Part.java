package io.ordersync.stack.lifecycle;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One server of the stack in a process of its own. It keeps its port and its data when it is started again. */
public interface Part {

    /** The name that the command line, the log file and every message use. */
    String name();

    /**
     * Starts the process and returns without waiting for the server.
     *
     * @throws PartFailed when the process cannot be started
     */
    void start();

    /**
     * Returns as soon as the server answers. A slow start does not fail while it makes progress.
     *
     * @param timeout the longest time without progress; ten times as long is the limit for the whole start
     * @throws PartFailed when the process ends before, or the time is up
     */
    void awaitReady(Duration timeout);

    /**
     * Asks the server once whether it is ready.
     *
     * @throws Exception with the reason when it is not
     */
    void probe() throws Exception;

    /** Why the server is not ready, or nothing when it is. */
    Optional<String> readinessProblem();

    /** Asks the process to end (SIGTERM) and ends it by force (SIGKILL) if it still runs after 20 seconds. */
    void stop();

    /** Stops the process and refuses every later start, also a start that another thread has begun. */
    void stopForGood();

    /** Ends the process at once (SIGKILL), as a power cut would, and returns when it is gone. */
    void kill();

    /** Suspends the process (SIGSTOP): its connections stay open and nothing answers. A suspended one stays so. */
    void freeze();

    /** Resumes a suspended process (SIGCONT). One that is not suspended goes on. */
    void thaw();

    /** Whether the process exists; a suspended one does. */
    boolean isAlive();

    /**
     * The id of the running process.
     *
     * @throws IllegalStateException when no process runs
     */
    long pid();

    /** Completes with the exit code when the process of the last start ends, for whatever reason. */
    CompletableFuture<Integer> exit();

    /** The file with the output of the process. */
    Path logFile();
}
