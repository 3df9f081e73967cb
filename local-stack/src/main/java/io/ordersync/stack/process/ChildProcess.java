package io.ordersync.stack.process;

import java.io.IOException;
import java.nio.file.Path;

/** A process that ends when it is closed, and at the latest when this JVM ends. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Thread atExit;

    private ChildProcess(Process process) {
        this.process = process;
        this.atExit = new Thread(this::terminate, "child-process-at-exit");
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            process.destroyForcibly(); // this JVM is ending and would leave the process running
            throw e;
        }
    }

    /** Starts a process whose output goes to a log file; the log of an earlier run is kept beside it. */
    public static ChildProcess logging(Launch launch, Path log) throws IOException {
        new LogFile(log).rotate();
        return new ChildProcess(launch.start(log, Launch.NO_INPUT));
    }

    /** Starts a process whose output is read from {@link #process()}. */
    public static ChildProcess piped(Launch launch) throws IOException {
        return new ChildProcess(launch.startPiped());
    }

    public Process process() {
        return process;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the process at once (SIGKILL). */
    public void kill() {
        ProcessTermination.forcible(process.toHandle());
        removeHook();
    }

    /** Ends the process with SIGTERM, and with SIGKILL if it still runs after 20 seconds. */
    @Override
    public void close() {
        terminate();
        removeHook();
    }

    private void terminate() {
        ProcessTermination.graceful(process.toHandle());
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs already
        }
    }
}
