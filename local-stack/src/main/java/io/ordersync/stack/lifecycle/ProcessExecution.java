package io.ordersync.stack.lifecycle;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.Launch;
import io.ordersync.stack.process.LogFile;
import io.ordersync.stack.process.PidFile;
import io.ordersync.stack.process.ProcessSignal;
import io.ordersync.stack.process.ProcessTermination;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The process of a part: a child of this JVM, or the process that an earlier launcher has started and recorded. */
final class ProcessExecution implements Execution {

    private final String name;
    private final LogFile log;
    private final PidFile pidFile;
    private final Preparation preparation;

    private @Nullable Process child;
    private @Nullable Process helper;
    private boolean stoppedForGood;

    /** Writes the files that the server reads and returns its command. */
    interface Preparation {
        Launch launch() throws IOException, InterruptedException;
    }

    ProcessExecution(String name, StackFolders folders, Preparation preparation) {
        this.name = name;
        this.log = LogFile.of(folders.logs(), name);
        this.pidFile = PidFile.of(folders.run(), name);
        this.preparation = preparation;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        if (child().isEmpty()) {
            log.rotate();
        }
        spawn(preparation.launch());
    }

    @Override
    public void stop() {
        end(ProcessTermination::graceful);
    }

    @Override
    public void stopForGood() {
        forbidStarts();
        stop();
    }

    @Override
    public void kill() {
        end(ProcessTermination::forcible);
    }

    @Override
    public void freeze() {
        ProcessSignal.STOP.send(pid());
    }

    @Override
    public void thaw() {
        ProcessSignal.CONT.send(pid());
    }

    @Override
    public boolean isAlive() {
        return running().isPresent();
    }

    @Override
    public long pid() {
        return running().orElseThrow(this::notRunning).pid();
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return child().orElseThrow(this::notRunning).onExit().thenApply(Process::exitValue);
    }

    /** Runs a preparing program to its end; its output goes into the same log. */
    void runHelper(Launch launch, File input) throws IOException, InterruptedException {
        Process started = startHelper(launch, input);
        if (started.waitFor() != 0) {
            throw PartFailed.ended(name, started.exitValue(), log);
        }
    }

    private synchronized void spawn(Launch launch) throws IOException {
        requireStartable();
        child = launch.startShielded(log.path());
        pidFile.write(child.toHandle());
    }

    private synchronized Process startHelper(Launch launch, File input) throws IOException {
        requireStartable();
        Process started = launch.start(log.path(), input);
        helper = started;
        return started;
    }

    private synchronized void forbidStarts() {
        stoppedForGood = true;
    }

    private void end(Consumer<ProcessHandle> termination) {
        endHelper();
        running().ifPresent(termination);
        child().ifPresent(process -> process.onExit().join()); // Java notices the exit a moment later
        pidFile.delete();
    }

    private synchronized void endHelper() {
        Optional.ofNullable(helper).ifPresent(Process::destroy);
    }

    private Optional<ProcessHandle> running() {
        return child().isEmpty()
                ? pidFile.process()
                : child().filter(Process::isAlive).map(Process::toHandle);
    }

    /** The child of the last start, running or not. */
    private synchronized Optional<Process> child() {
        return Optional.ofNullable(child);
    }

    private void requireStartable() {
        if (stoppedForGood) {
            throw PartFailed.because(name, "the stack is being stopped");
        }
    }

    private IllegalStateException notRunning() {
        return new IllegalStateException(name + " is not running");
    }
}
