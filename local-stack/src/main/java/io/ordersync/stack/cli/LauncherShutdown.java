package io.ordersync.stack.cli;

import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.process.ProcessSignal;
import io.ordersync.stack.process.ProcessState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a launcher to stop its parts, waits until it has ended, and prints each part that has stopped. */
record LauncherShutdown(Console console, List<Part> parts) {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 200;

    void request(ProcessHandle launcher) {
        console.line("The launcher (process %d) stops the parts".formatted(launcher.pid()));
        launcher.destroy();
        ProcessSignal.CONT.send(launcher.pid());
        List<Part> left = new ArrayList<>(parts);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (ProcessState.isAlive(launcher) && System.nanoTime() < deadline) {
            pauseUntilEnd(launcher);
            printStopped(left);
        }
        console.status("");
        console.line(
                ProcessState.isAlive(launcher)
                        ? "The launcher still runs after %d s. End it with: kill -9 %d"
                                .formatted(TIMEOUT.toSeconds(), launcher.pid())
                        : "Stopped");
    }

    private void printStopped(List<Part> left) {
        List<Part> gone = left.stream().filter(part -> !part.isAlive()).toList();
        left.removeAll(gone);
        gone.forEach(part -> console.line("  %-18s stopped".formatted(part.name())));
        console.status(
                "  ... " + String.join(", ", left.stream().map(Part::name).toList()));
    }

    /** Pauses for 200 ms, or until the launcher has ended. */
    private static void pauseUntilEnd(ProcessHandle launcher) {
        try {
            launcher.onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the launcher runs: the caller looks at the parts
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
