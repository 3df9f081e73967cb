package io.ordersync.stack.cli;

import io.ordersync.stack.cli.workplace.Console;
import io.ordersync.stack.process.Part;
import io.ordersync.stack.process.ProcessSignal;
import io.ordersync.stack.process.ProcessState;
import io.ordersync.stack.process.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a launcher to stop its parts and tells which of them are gone while it does. */
record Dismissal(Console console, List<ServerProcess> parts) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 200;

    void of(ProcessHandle launcher) {
        console.line("Stopping, by its launcher (process %d)".formatted(launcher.pid()));
        launcher.destroy();
        ProcessSignal.CONT.send(launcher.pid());
        List<ServerProcess> left = new ArrayList<>(parts);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ProcessState.isAlive(launcher) && System.nanoTime() < deadline) {
            awaitEnd(launcher);
            tell(left);
        }
        console.status("");
        console.line(ProcessState.isAlive(launcher) ? "The launcher does not end" : "Stopped");
    }

    private void tell(List<ServerProcess> left) {
        List<ServerProcess> gone = left.stream().filter(part -> !part.isAlive()).toList();
        left.removeAll(gone);
        gone.forEach(part -> console.line("  %-18s stopped".formatted(part.name())));
        console.status(
                "  ... " + String.join(", ", left.stream().map(Part::name).toList()));
    }

    /** Returns after a moment at the latest. */
    private static void awaitEnd(ProcessHandle launcher) {
        try {
            launcher.onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the caller looks at the parts and comes back
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
