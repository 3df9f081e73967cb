package io.ordersync.stack;

import java.util.List;

/** The parts of the recorded stack that run, whoever has started them. */
record Survivors(Workplace workplace) {

    List<ServerProcess> find() {
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
