package io.ordersync.stack.cli.status;

import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.HealthReport;
import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.connect.ConnectorFiles;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KeeperProcess;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connectors of the worker, those that are missing, and the reason of each failure and of each standstill. */
public record ConnectorReport(CommandContext context, StackPlan plan) {

    /** Shows the connectors, and returns whether all of them run and move. */
    public boolean show(ConnectWorker worker) {
        Console console = context.console();
        console.line("");
        console.line("%-22s %s".formatted("CONNECTOR", "STATE"));
        try {
            List<ConnectorStatus> found = worker.connect().connectors();
            boolean allMove = print(found, HealthReport.read(KeeperProcess.healthFile(plan.folders())));
            return printMissing(found) && allMove && found.stream().allMatch(ConnectorStatus::isRunning);
        } catch (IOException e) {
            console.line(e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean print(List<ConnectorStatus> found, Optional<HealthReport> keeper) {
        Map<String, String> problems =
                keeper.<Map<String, String>>map(HealthReport::problems).orElse(Map.of());
        boolean allMove = true;
        for (ConnectorStatus status : found) {
            boolean stands = status.isRunning() && problems.containsKey(status.name());
            context.console()
                    .line("%-22s %s".formatted(status.name(), stands ? problems.get(status.name()) : status.summary()));
            allMove &= !stands;
        }
        if (keeper.isEmpty()) {
            context.console().line("Whether the connectors move is unknown: the keeper has not reported for 30 s.");
        }
        return allMove && keeper.isPresent();
    }

    private boolean printMissing(List<ConnectorStatus> found) throws IOException {
        List<String> names = found.stream().map(ConnectorStatus::name).toList();
        List<String> missing = ConnectorFiles.namesIn(plan.connectors(context.checkout())).stream()
                .filter(name -> !names.contains(name))
                .toList();
        missing.forEach(name -> context.console().line("%-22s not registered".formatted(name)));
        return missing.isEmpty();
    }
}
