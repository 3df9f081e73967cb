package io.ordersync.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all parts have in common: one supervised process, its log and its recorded id. */
abstract class ServerProcess implements Part {

    private static final long POLL_MILLIS = 100;

    private final String name;
    private final LogFile log;
    private final PidFile pidFile;

    private @Nullable Process process;
    private @Nullable Process helper;
    private boolean retired;

    ServerProcess(String name, StackFolders folders) {
        this.name = name;
        this.log = LogFile.in(folders.logs(), name);
        this.pidFile = PidFile.in(folders.run(), name);
    }

    /** Writes what the server needs to find and says how it is executed. */
    abstract Launch launch() throws IOException, InterruptedException;

    /** Talks to the server; returns when it is ready and throws with the reason when it is not yet. */
    abstract void probe() throws Exception;

    /** Called once after each start, when the server has answered. */
    void onReady() throws IOException {}

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
            if (isAlive()) {
                throw PartFailed.because(name, "it is running already with process id " + pid());
            }
            if (current() == null) {
                log.startAfresh();
            }
            spawn(launch());
        } catch (IOException | IllegalStateException e) {
            throw PartFailed.because(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PartFailed.because(name, e);
        }
    }

    @Override
    public final void awaitReady(Duration timeout) {
        Process started = Optional.ofNullable(current()).orElseThrow(() -> notRunning());
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<String> complaint = complaint();
        while (complaint.isPresent()) {
            if (exitedWithinPoll(started)) {
                throw PartFailed.died(name, started.exitValue(), log);
            }
            if (System.nanoTime() > deadline) {
                throw PartFailed.late(name, timeout, complaint.get(), log);
            }
            complaint = complaint();
        }
        if (!started.isAlive()) {
            throw PartFailed.died(name, started.exitValue(), log); // somebody else answers on our port
        }
    }

    @Override
    public final void stop() {
        end(Ending::politely);
    }

    @Override
    public final void kill() {
        end(Ending::byForce);
    }

    @Override
    public final void freeze() {
        ProcessSignal.STOP.send(pid());
    }

    @Override
    public final void thaw() {
        ProcessSignal.CONT.send(pid());
    }

    @Override
    public final boolean isAlive() {
        return running().isPresent();
    }

    @Override
    public final long pid() {
        return running().orElseThrow(this::notRunning).pid();
    }

    @Override
    public final String toString() {
        return name;
    }

    /** Completes with the exit code when the process of the last start ends, however it ends. */
    final CompletableFuture<Integer> exit() {
        return Optional.ofNullable(current())
                .orElseThrow(this::notRunning)
                .onExit()
                .thenApply(Process::exitValue);
    }

    final LogFile log() {
        return log;
    }

    /** Stops the process for good: a start that is under way in another thread will not spawn it any more. */
    final void retire() {
        synchronized (this) {
            retired = true;
        }
        stop();
    }

    /** Runs a program to its end before the server is spawned, with its output in the part's log. */
    final void runHelper(Launch launch, File input) throws IOException, InterruptedException {
        Process started;
        synchronized (this) {
            refuseWhenRetired();
            started = launch.plain(log.path(), input);
            helper = started;
        }
        if (started.waitFor() != 0) {
            throw PartFailed.died(name, started.exitValue(), log);
        }
    }

    private synchronized void spawn(Launch launch) throws IOException {
        refuseWhenRetired();
        process = launch.shielded(log.path());
        pidFile.write(process.toHandle());
    }

    private void refuseWhenRetired() {
        if (retired) {
            throw PartFailed.because(name, "the stack is being stopped");
        }
    }

    private synchronized @Nullable Process current() {
        return process;
    }

    private void end(Consumer<ProcessHandle> ending) {
        endHelper();
        running().ifPresent(ending);
        Optional.ofNullable(current()).ifPresent(own -> own.onExit().join()); // gone already, but Java learns it later
        pidFile.delete();
    }

    private synchronized void endHelper() {
        if (helper != null) {
            helper.destroy();
        }
    }

    /** Our own child, or the one that an earlier launcher has recorded. */
    private Optional<ProcessHandle> running() {
        Process own = current();
        return own == null ? pidFile.process() : Optional.of(own.toHandle()).filter(handle -> own.isAlive());
    }

    /** Why the server is not ready, or nothing when it is. */
    final Optional<String> complaint() {
        try {
            probe();
            onReady();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PartFailed.because(name, e);
        } catch (Exception e) {
            return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private boolean exitedWithinPoll(Process started) {
        try {
            return started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PartFailed.because(name, e);
        }
    }

    private IllegalStateException notRunning() {
        return new IllegalStateException(name + " is not running");
    }
}
