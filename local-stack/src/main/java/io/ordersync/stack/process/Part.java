package io.ordersync.stack.process;

import java.nio.file.Path;
import java.time.Duration;

/** One server of the stack in a process of its own; it keeps its port and its data over any number of restarts. */
public interface Part {

    /** The name that the command line, the log file and every message use. */
    String name();

    /**
     * Spawns the process and returns without waiting for the server.
     *
     * @throws PartFailed when it cannot be spawned
     */
    void start();

    /**
     * Returns as soon as the server answers.
     *
     * @throws PartFailed when the process ends before, or the time is up
     */
    void awaitReady(Duration timeout);

    /** Asks the process to end (SIGTERM) and ends it by force (SIGKILL) if it has not done so within 20 seconds. */
    void stop();

    /** Ends the process at once (SIGKILL), as a power cut would, and returns when it is gone. */
    void kill();

    /** Suspends the process (SIGSTOP): its connections stay open and nothing answers. */
    void freeze();

    /** Lets a frozen process go on (SIGCONT). */
    void thaw();

    /** Whether the process exists; a frozen one does. */
    boolean isAlive();

    /**
     * The id of the running process.
     *
     * @throws IllegalStateException when there is none
     */
    long pid();

    /** Where the process writes what it has to say. */
    Path logFile();
}
