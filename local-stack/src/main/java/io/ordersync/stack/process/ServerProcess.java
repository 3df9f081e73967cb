package io.ordersync.stack.process;

import io.ordersync.stack.files.StackFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What all parts have in common: a supervised process, unless they are executed as something else, and its log. */
public abstract class ServerProcess implements Part {

    private final String name;
    private final LogFile log;
    private final ProcessExecution process;
    private final Readiness readiness;

    public ServerProcess(String name, StackFolders folders) {
        this.name = name;
        this.log = LogFile.in(folders.logs(), name);
        this.process = new ProcessExecution(name, log, PidFile.in(folders.run(), name), this::launch);
        this.readiness = new Readiness(name, log, this::probe);
    }

    /** Writes what the server needs to find and says how it is executed. */
    protected abstract Launch launch() throws IOException, InterruptedException;

    /** What the server is executed as. */
    protected Execution execution() {
        return process;
    }

    /** Talks to the server; returns when it is ready and throws with the reason when it is not yet. */
    protected abstract void probe() throws Exception;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Path logFile() {
        return log.path();
    }

    @Override
    public final void start() {
        try {
            refuseWhenRunning();
            execution().start();
        } catch (IOException | IllegalStateException e) {
            throw PartFailed.because(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PartFailed.because(name, e);
        }
    }

    @Override
    public final void awaitReady(Duration timeout) {
        readiness.await(execution(), timeout);
    }

    @Override
    public final void stop() {
        execution().stop();
    }

    @Override
    public final void kill() {
        execution().kill();
    }

    @Override
    public final void freeze() {
        execution().freeze();
    }

    @Override
    public final void thaw() {
        execution().thaw();
    }

    @Override
    public final boolean isAlive() {
        return execution().isAlive();
    }

    @Override
    public final long pid() {
        return execution().pid();
    }

    @Override
    public final String toString() {
        return name;
    }

    /** Completes with the exit code when the process of the last start ends, however it ends. */
    public final CompletableFuture<Integer> exit() {
        return execution().exit();
    }

    /** Why the server is not ready, or nothing when it is. */
    public final Optional<String> complaint() {
        return readiness.complaint();
    }

    public final LogFile log() {
        return log;
    }

    /** Stops the process for good. */
    public final void retire() {
        execution().retire();
    }

    /** For {@link #launch()}: runs a program to its end before the server is spawned. */
    protected final void runHelper(Launch launch, File input) throws IOException, InterruptedException {
        process.runHelper(launch, input);
    }

    private void refuseWhenRunning() {
        if (isAlive()) {
            throw new IllegalStateException("it is running already with process id " + pid());
        }
    }
}
