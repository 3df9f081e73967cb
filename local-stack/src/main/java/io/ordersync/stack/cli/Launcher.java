package io.ordersync.stack.cli;

import io.ordersync.stack.ClassArchives;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.cli.context.FixedPorts;
import io.ordersync.stack.cli.context.RunLock;
import io.ordersync.stack.cli.context.RunningParts;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.lifecycle.PartFailed;
import io.ordersync.stack.process.LogFile;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** One {@code ./run}: the checks before the start, the start, and the end of all parts. */
final class Launcher implements AutoCloseable {

    private final CommandContext context;
    private final StackPlan plan;
    private final FixedPorts ports;
    private final RunLock lock;
    private final Progress progress;
    private final LocalStack stack;

    Launcher(CommandContext context, StackPlan plan, FixedPorts ports) throws IOException {
        this.lock = RunLock.acquire(plan.folders().run())
                .orElseThrow(() -> new IllegalStateException(
                        "order-sync is already running. Check it with './run status'; stop it with './run stop'."));
        this.context = context;
        this.plan = plan;
        this.ports = ports;
        this.progress = new Progress(context.console());
        this.stack = new LocalStack(plan, context.checkout(), progress, false);
    }

    /**
     * Checks what would make the start fail, and records the run.
     *
     * @throws IllegalStateException with a message for the user; nothing was changed then
     */
    void prepare(boolean clean) throws IOException {
        requireNothingRuns();
        new PortCheck(plan).requireFree();
        if (clean) {
            Folders.delete(plan.folders().data());
            context.console().line("Deleted " + plan.folders().data());
        }
        makeFoldersPrivate();
        context.record().write(plan, ports, false);
        context.record().launcher().write(ProcessHandle.current());
    }

    /** The records of the topics, rows in a log and the passwords of a running part concern nobody else on this machine. */
    private void makeFoldersPrivate() throws IOException {
        for (Path folder : List.of(
                plan.folders().data(), plan.folders().logs(), plan.folders().run())) {
            Folders.makePrivate(folder);
        }
    }

    /** Returns whether everything is ready; if not, it has printed the reason. */
    boolean start() {
        context.console().line("Starting; logs are in " + plan.folders().logs());
        try {
            stack.startAll();
        } catch (PartFailed e) {
            print(e);
            return false;
        }
        new ReadyMessage(stack, plan).printTo(context.console());
        return true;
    }

    int detach() throws IOException, InterruptedException {
        context.record().write(plan, ports, true);
        stack.detach();
        context.console()
                .line("order-sync runs in the background. Check it with './run status'; stop it with './run stop'.");
        makeClassArchives();
        return 0;
    }

    /** The script that starts this JVM names the file in which the JVM records its classes. */
    private ClassArchives missingClassArchives() {
        return stack.missingClassArchives()
                .andOfThisJvm(context.checkout(), "launcher", System.getProperty("ordersync.classes"));
    }

    /** Returns when they are made: no process of a launcher works on unnoticed after its end. */
    private void makeClassArchives() throws InterruptedException {
        ClassArchives missing = missingClassArchives();
        if (missing.areComplete()) {
            return;
        }
        Console console = context.console();
        console.line("Preparing faster starts, once after a build. Everything already runs; Ctrl-C only skips this.");
        try {
            missing.make(progress);
        } catch (IOException e) {
            console.line("The next start will be slower: " + e.getMessage());
        }
    }

    /** Returns when a part has ended unexpectedly, and prints which; a signal ends this JVM before. */
    int watch() {
        context.console().line("Ctrl-C stops everything.");
        missingClassArchives().makeInBackground();
        List<CompletableFuture<Part>> ends = stack.parts().planned().stream()
                .map(part -> part.exit().thenApply(code -> part))
                .toList();
        Part ended = (Part) CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new))
                .join();
        print(PartFailed.ended(ended.name(), ended.exit().join(), new LogFile(ended.logFile())));
        return 1;
    }

    /** Prints nothing while the stack is being stopped: failures are expected then. */
    private void print(PartFailed failure) {
        if (!stack.isClosing()) {
            context.console().line(failure.getMessage());
        }
    }

    /** Stops everything that {@link #detach()} has not left running, and lets another launcher start. */
    @Override
    public void close() throws IOException {
        stack.close();
        context.record().launcher().delete();
        lock.close();
    }

    private void requireNothingRuns() {
        List<Part> running = new RunningParts(context).find();
        if (!running.isEmpty()) {
            throw new IllegalStateException(
                    context.record().isDetached()
                            ? "order-sync is already running in the background. Stop it with './run stop'."
                            : "An earlier ./run was killed; these parts still run: %s. Stop them with './run stop'."
                                    .formatted(names(running)));
        }
    }

    private static String names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }
}
