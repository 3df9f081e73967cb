package io.ordersync.stack;

import java.io.IOException;
import java.util.List;

/** The connectors that should run and those that the worker has, with the reason of each failure. */
record ConnectorReport(Workplace workplace, StackPlan plan) {

    boolean show(ConnectWorker worker) {
        Console console = workplace.console();
        console.line("");
        console.line("%-22s %s".formatted("CONNECTOR", "STATE"));
        try {
            List<ConnectorStatus> found = new ConnectRest(worker.url()).connectors();
            found.forEach(status -> console.line("%-22s %s".formatted(status.name(), status.states())));
            return tellMissing(found) && found.stream().allMatch(ConnectorStatus::isRunning);
        } catch (IOException e) {
            console.line(e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean tellMissing(List<ConnectorStatus> found) {
        List<String> names = found.stream().map(ConnectorStatus::name).toList();
        List<String> missing = ConnectorFiles.namesIn(workplace.checkout().connectorFiles(plan.cdc())).stream()
                .filter(name -> !names.contains(name))
                .toList();
        missing.forEach(name -> workplace.console().line("%-22s not registered".formatted(name)));
        return missing.isEmpty();
    }
}
