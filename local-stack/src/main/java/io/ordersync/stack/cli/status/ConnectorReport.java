package io.ordersync.stack.cli.status;

import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.connect.ConnectorFiles;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;
import java.io.IOException;
import java.util.List;

/** The connectors of the worker, those that are missing, and the reason of each failure. */
public record ConnectorReport(CommandContext context, StackPlan plan) {

    public boolean show(ConnectWorker worker) {
        Console console = context.console();
        console.line("");
        console.line("%-22s %s".formatted("CONNECTOR", "STATE"));
        try {
            List<ConnectorStatus> found = worker.connect().connectors();
            found.forEach(status -> console.line("%-22s %s".formatted(status.name(), status.summary())));
            return printMissing(found) && found.stream().allMatch(ConnectorStatus::isRunning);
        } catch (IOException e) {
            console.line(e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean printMissing(List<ConnectorStatus> found) throws IOException {
        List<String> names = found.stream().map(ConnectorStatus::name).toList();
        List<String> missing = ConnectorFiles.namesIn(context.checkout().connectorFiles(plan.has(Feature.CDC))).stream()
                .filter(name -> !names.contains(name))
                .toList();
        missing.forEach(name -> context.console().line("%-22s not registered".formatted(name)));
        return missing.isEmpty();
    }
}
