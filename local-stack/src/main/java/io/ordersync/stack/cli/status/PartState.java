package io.ordersync.stack.cli.status;

import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.process.ProcessState;
import io.ordersync.stack.server.KeeperProcess;

/** The state of a part: of its process, and of the server in it. */
public record PartState(String name, String state, long pid, long residentMegabytes, String problem) {

    public static PartState of(Part part) {
        if (!part.isAlive()) {
            return new PartState(part.name(), "dead", 0, 0, "see " + part.logFile());
        }
        ProcessState process = ProcessState.of(part.pid());
        String problem = process.isFrozen()
                ? "suspended (SIGSTOP)"
                : part.readinessProblem().orElse("");
        String state = process.isFrozen() ? "frozen" : problem.isEmpty() ? "running" : "not ready";
        return new PartState(part.name(), state, part.pid(), process.residentMegabytes(), problem);
    }

    public boolean isRunning() {
        return state.equals("running");
    }

    public String row(Ports ports) {
        boolean listens = !name.equals(KeeperProcess.NAME);
        return "%-22s %-9s %7s %6s %5d MB %s"
                .formatted(name, state, pid == 0 ? "" : pid, listens ? ports.of(name) : "", residentMegabytes, problem)
                .stripTrailing();
    }
}
