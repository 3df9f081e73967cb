package io.ordersync.stack.lifecycle;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What all parts have in common, however they are executed: a name, a log, and one execution at a time. */
public abstract class SupervisedPart implements Part {

    private final String name;
    private final LogFile log;
    private final Readiness readiness;

    protected SupervisedPart(String name, StackFolders folders) {
        this.name = name;
        this.log = LogFile.of(folders.logs(), name);
        this.readiness = new Readiness(name, log, this::probe, this::waitsForAnother);
    }

    protected abstract Execution execution();

    /** The parts without which this one cannot become ready. */
    protected List<Part> neededParts() {
        return List.of();
    }

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
            requireNotRunning();
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
    public final Optional<String> readinessProblem() {
        return readiness.problem();
    }

    @Override
    public final void stop() {
        execution().stop();
    }

    @Override
    public final void stopForGood() {
        execution().stopForGood();
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
    public final CompletableFuture<Integer> exit() {
        return execution().exit();
    }

    @Override
    public final String toString() {
        return name;
    }

    private boolean waitsForAnother() {
        return neededParts().stream().anyMatch(part -> part.readinessProblem().isPresent());
    }

    private void requireNotRunning() {
        if (isAlive()) {
            throw new IllegalStateException("it already runs as process " + pid());
        }
    }
}
