package io.ordersync.stack.cli;

import io.ordersync.stack.net.Ports;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.StackPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks every port of a plan before anything starts. */
record PortCheck(StackPlan plan) {

    /** @throws IllegalStateException that names the first port that cannot be used */
    void requireFree() {
        Map<Integer, String> seen = new LinkedHashMap<>();
        for (String part : listening()) {
            int port = plan.ports().of(part);
            String other = seen.put(port, part);
            if (other != null) {
                throw new IllegalStateException(
                        "%s and %s cannot both listen on port %d. Change one with --port %s=PORT"
                                .formatted(other, part, port, part));
            }
            if (!Ports.isFree(port)) {
                throw new IllegalStateException(
                        "Port %d of %s is taken by another process. End that process, or choose another port with --port %s=PORT"
                                .formatted(port, part, part));
            }
        }
    }

    private List<String> listening() {
        List<String> names =
                new ArrayList<>(List.of(MariaDb.NAME, KafkaBroker.NAME, KafkaBroker.CONTROLLER, ConnectWorker.NAME));
        names.addAll(plan.serviceNames());
        return names;
    }
}
