package io.ordersync.stack.cli;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.cli.workplace.FixedPorts;
import io.ordersync.stack.cli.workplace.RunLock;
import io.ordersync.stack.cli.workplace.Survivors;
import io.ordersync.stack.cli.workplace.Workplace;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.process.Part;
import io.ordersync.stack.process.PartFailed;
import io.ordersync.stack.process.ServerProcess;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** One {@code ./run}: from the checks before anything starts to the end of what it has started. */
final class Launcher implements AutoCloseable {

    private final Workplace workplace;
    private final StackPlan plan;
    private final FixedPorts ports;
    private final RunLock lock;
    private final LocalStack stack;

    Launcher(Workplace workplace, StackPlan plan, FixedPorts ports) throws IOException {
        this.lock = RunLock.acquire(plan.folders().run())
                .orElseThrow(() -> new IllegalStateException(
                        "order-sync is running already. See how it is: ./run status. End it: ./run stop"));
        this.workplace = workplace;
        this.plan = plan;
        this.ports = ports;
        this.stack = new LocalStack(plan, workplace.checkout(), new Progress(workplace.console()), false);
    }

    /** Refuses, with a sentence, whatever would fail later; nothing was changed then. */
    void prepare(boolean clean) throws IOException {
        requireAlone();
        new PortCheck(plan).requireFree();
        if (clean) {
            Folders.delete(plan.folders().data());
            workplace.console().line("Deleted " + plan.folders().data());
        }
        workplace.record().write(plan, ports, false);
        workplace.record().launcher().write(ProcessHandle.current());
    }

    /** Whether everything is ready; if not, the reason was told. */
    boolean start() {
        workplace.console().line("Starting, logs in " + plan.folders().logs());
        try {
            stack.startAll();
        } catch (PartFailed e) {
            tell(e);
            return false;
        }
        new Welcome(stack, plan).sayOn(workplace.console());
        return true;
    }

    int detach() throws IOException {
        workplace.record().write(plan, ports, true);
        stack.detach();
        workplace.console().line("It runs in the background. See how it is: ./run status. End it: ./run stop");
        return 0;
    }

    /** Returns when a part has ended by itself, which was told; a signal ends this JVM before. */
    int watch() {
        workplace.console().line("Ctrl-C stops everything.");
        List<CompletableFuture<ServerProcess>> ends = stack.parts().planned().stream()
                .map(part -> part.exit().thenApply(code -> part))
                .toList();
        ServerProcess ended = (ServerProcess) CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new))
                .join();
        tell(PartFailed.died(ended.name(), ended.exit().join(), ended.log()));
        return 1;
    }

    /** What fails because somebody stops the stack is no news. */
    private void tell(PartFailed failure) {
        if (!stack.isClosing()) {
            workplace.console().line(failure.getMessage());
        }
    }

    /** Stops everything, unless it was left running in the background, and lets another launcher start. */
    @Override
    public void close() throws IOException {
        stack.close();
        workplace.record().launcher().delete();
        lock.close();
    }

    private void requireAlone() {
        List<ServerProcess> running = new Survivors(workplace).find();
        if (!running.isEmpty()) {
            throw new IllegalStateException(
                    workplace.record().isDetached()
                            ? "order-sync is running already, in the background. End it: ./run stop"
                            : "An earlier ./run was killed and has left %s behind. End it: ./run stop"
                                    .formatted(names(running)));
        }
    }

    private static String names(List<ServerProcess> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }
}
