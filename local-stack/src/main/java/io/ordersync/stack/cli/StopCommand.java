package io.ordersync.stack.cli;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.cli.workplace.Survivors;
import io.ordersync.stack.cli.workplace.Workplace;
import io.ordersync.stack.process.ServerProcess;
import io.ordersync.stack.server.StackPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./run stop}: stops everything, whether {@code ./run} waits in a terminal, has returned or was killed. */
@Command(name = "stop", description = "Stop everything.")
final class StopCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workplace workplace = Workplace.of(spec.commandLine().getOut());
        Optional<ProcessHandle> launcher = workplace.record().launcher().process();
        List<ServerProcess> running = new Survivors(workplace).find();
        if (running.isEmpty() && launcher.isEmpty()) {
            workplace.console().line("order-sync is not running.");
            return 0;
        }
        launcher.ifPresent(process -> new Dismissal(workplace.console(), running).of(process));
        if (!new Survivors(workplace).find().isEmpty()) {
            stopHere(workplace);
        }
        return 0;
    }

    private static void stopHere(Workplace workplace) {
        StackPlan plan = workplace.record().plan().orElseThrow();
        LocalStack stack = new LocalStack(plan, workplace.checkout(), new Progress(workplace.console()), false);
        stack.parts().planned();
        stack.close();
    }
}
