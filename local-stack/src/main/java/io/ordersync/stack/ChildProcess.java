package io.ordersync.stack;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The process behind a part: our own child, or the one that an earlier launcher has started and recorded. */
final class ChildProcess {

    private final String name;
    private final LogFile log;
    private final PidFile pidFile;

    private @Nullable Process own;
    private @Nullable Process helper;
    private boolean retired;

    ChildProcess(String name, LogFile log, PidFile pidFile) {
        this.name = name;
        this.log = log;
        this.pidFile = pidFile;
    }

    synchronized void spawn(Launch launch) throws IOException {
        refuseWhenRetired();
        own = launch.shielded(log.path());
        pidFile.write(own.toHandle());
    }

    /** Runs a program that prepares the server to its end; its output goes into the same log. */
    void runHelper(Launch launch, File input) throws IOException, InterruptedException {
        Process started = startHelper(launch, input);
        if (started.waitFor() != 0) {
            throw PartFailed.died(name, started.exitValue(), log);
        }
    }

    /** From now on nothing is spawned, not even by a start that is under way in another thread. */
    synchronized void retire() {
        retired = true;
    }

    void end(Consumer<ProcessHandle> ending) {
        endHelper();
        running().ifPresent(ending);
        own().ifPresent(process -> process.onExit().join()); // it is gone already, but Java learns it a moment later
        pidFile.delete();
    }

    Optional<ProcessHandle> running() {
        return own().isEmpty()
                ? pidFile.process()
                : own().filter(Process::isAlive).map(Process::toHandle);
    }

    /** The child of the last start, running or not. */
    synchronized Optional<Process> own() {
        return Optional.ofNullable(own);
    }

    CompletableFuture<Integer> exit() {
        return own().orElseThrow().onExit().thenApply(Process::exitValue);
    }

    private synchronized Process startHelper(Launch launch, File input) throws IOException {
        refuseWhenRetired();
        Process started = launch.plain(log.path(), input);
        helper = started;
        return started;
    }

    private synchronized void endHelper() {
        Optional.ofNullable(helper).ifPresent(Process::destroy);
    }

    private void refuseWhenRetired() {
        if (retired) {
            throw PartFailed.because(name, "the stack is being stopped");
        }
    }
}
