package io.ordersync.stack.cli.context;

import io.ordersync.stack.StackParts;
import io.ordersync.stack.lifecycle.Part;
import java.util.List;

/** The parts of the recorded run that are running, also those that a killed launcher has left. */
public record RunningParts(CommandContext context) {

    public List<Part> find() {
        return context
                .record()
                .plan()
                .map(plan -> new StackParts(plan, context.checkout()).planned())
                .orElse(List.of())
                .stream()
                .filter(Part::isAlive)
                .toList();
    }
}
