package io.ordersync.stack.process;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The process behind a part: our own child, or the one that an earlier launcher has started and recorded. */
final class ProcessExecution implements Execution {

    private final String name;
    private final LogFile log;
    private final PidFile pidFile;
    private final Preparation preparation;

    private @Nullable Process own;
    private @Nullable Process helper;
    private boolean retired;

    /** Writes what the server needs to find and says how it is executed. */
    interface Preparation {
        Launch launch() throws IOException, InterruptedException;
    }

    ProcessExecution(String name, LogFile log, PidFile pidFile, Preparation preparation) {
        this.name = name;
        this.log = log;
        this.pidFile = pidFile;
        this.preparation = preparation;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        if (own().isEmpty()) {
            log.rotate();
        }
        spawn(preparation.launch());
    }

    @Override
    public void stop() {
        end(ProcessTermination::graceful);
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
    public void retire() {
        forbidStarts();
        stop();
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
        return own().orElseThrow(this::notRunning).onExit().thenApply(Process::exitValue);
    }

    private synchronized void spawn(Launch launch) throws IOException {
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

    private synchronized void forbidStarts() {
        retired = true;
    }

    private void end(Consumer<ProcessHandle> ending) {
        endHelper();
        running().ifPresent(ending);
        own().ifPresent(process -> process.onExit().join()); // it is gone already, but Java learns it a moment later
        pidFile.delete();
    }

    private Optional<ProcessHandle> running() {
        return own().isEmpty()
                ? pidFile.process()
                : own().filter(Process::isAlive).map(Process::toHandle);
    }

    /** The child of the last start, running or not. */
    private synchronized Optional<Process> own() {
        return Optional.ofNullable(own);
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

    private IllegalStateException notRunning() {
        return new IllegalStateException(name + " is not running");
    }
}
