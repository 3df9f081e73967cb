package io.ordersync.stack.cli;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.context.RunningParts;
import io.ordersync.stack.lifecycle.Part;
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
        CommandContext context = CommandContext.of(spec.commandLine().getOut());
        Optional<ProcessHandle> launcher = context.record().launcher().process();
        List<Part> running = new RunningParts(context).find();
        if (running.isEmpty() && launcher.isEmpty()) {
            context.console().line("order-sync is not running.");
            return 0;
        }
        launcher.ifPresent(process -> new LauncherShutdown(context.console(), running).request(process));
        if (!new RunningParts(context).find().isEmpty()) {
            stopHere(context);
        }
        return 0;
    }

    private static void stopHere(CommandContext context) {
        StackPlan plan = context.record().plan().orElseThrow();
        LocalStack stack = new LocalStack(plan, context.checkout(), new Progress(context.console()), false);
        stack.parts().planned();
        stack.close();
    }
}
