package io.ordersync.stack.cli;

import io.ordersync.setup.certificate.Certificates;
import io.ordersync.stack.StackParts;
import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.cli.context.RunningParts;
import io.ordersync.stack.cli.status.CertificateReport;
import io.ordersync.stack.cli.status.ConnectorReport;
import io.ordersync.stack.cli.status.LagReport;
import io.ordersync.stack.cli.status.PartState;
import io.ordersync.stack.cli.status.SourceReport;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./run status}: shows parts, connectors and lag. */
@Command(
        name = "status",
        description = "Show the state of each part, connector and task, and the consumer lag."
                + " The exit code is 0 only if everything runs.")
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandContext context = CommandContext.of(spec.commandLine().getOut());
        Optional<StackPlan> plan = context.record().plan();
        if (plan.isEmpty() || new RunningParts(context).find().isEmpty()) {
            context.console().line("order-sync is not running.");
            return 1;
        }
        StackParts parts = new StackParts(plan.get(), context.checkout());
        boolean partsRun = showParts(parts, plan.get(), context.console());
        boolean connectorsRun =
                parts.worker().isAlive() && new ConnectorReport(context, plan.get()).show(parts.worker());
        if (parts.broker().isAlive()) {
            new LagReport(context.console()).show(parts.broker());
        }
        if (parts.worker().isAlive()) {
            new SourceReport(context.console()).show(parts.worker(), parts.mariaDb());
        }
        new CertificateReport(context.console())
                .show(new Certificates(context.folders().certificates()));
        return partsRun && connectorsRun ? 0 : 1;
    }

    private static boolean showParts(StackParts parts, StackPlan plan, Console console) {
        console.line(String.format("%-22s %-9s %7s %6s %8s", "PART", "STATE", "PID", "PORT", "RESIDENT"));
        List<PartState> states = parts.planned().stream().map(PartState::of).toList();
        states.forEach(state -> console.line(state.row(plan.ports())));
        return states.stream().allMatch(PartState::isRunning);
    }
}
