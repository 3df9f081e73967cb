package io.ordersync.stack.cli.status;

import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.stack.cli.workplace.Console;
import io.ordersync.stack.cli.workplace.Workplace;
import io.ordersync.stack.connect.ConnectorFiles;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.util.List;

/** The connectors that should run and those that the worker has, with the reason of each failure. */
public record ConnectorReport(Workplace workplace, StackPlan plan) {

    public boolean show(ConnectWorker worker) {
        Console console = workplace.console();
        console.line("");
        console.line("%-22s %s".formatted("CONNECTOR", "STATE"));
        try {
            List<ConnectorStatus> found = worker.connect().connectors();
            found.forEach(status -> console.line("%-22s %s".formatted(status.name(), status.summary())));
            return tellMissing(found) && found.stream().allMatch(ConnectorStatus::isRunning);
        } catch (IOException e) {
            console.line(e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean tellMissing(List<ConnectorStatus> found) throws IOException {
        List<String> names = found.stream().map(ConnectorStatus::name).toList();
        List<String> missing = ConnectorFiles.namesIn(workplace.checkout().connectorFiles(plan.cdc())).stream()
                .filter(name -> !names.contains(name))
                .toList();
        missing.forEach(name -> workplace.console().line("%-22s not registered".formatted(name)));
        return missing.isEmpty();
    }
}
