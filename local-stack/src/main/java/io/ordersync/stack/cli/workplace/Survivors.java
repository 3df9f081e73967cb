package io.ordersync.stack.cli.workplace;

import io.ordersync.stack.StackParts;
import io.ordersync.stack.process.ServerProcess;
import java.util.List;

/** The parts of the recorded stack that run, whoever has started them. */
public record Survivors(Workplace workplace) {

    public List<ServerProcess> find() {
        return workplace
                .record()
                .plan()
                .map(plan -> new StackParts(plan, workplace.checkout()).planned())
                .orElse(List.of())
                .stream()
                .filter(ServerProcess::isAlive)
                .toList();
    }
}
