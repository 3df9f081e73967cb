package io.ordersync.stack.cli.status;

import io.ordersync.stack.net.Ports;
import io.ordersync.stack.process.ProcessState;
import io.ordersync.stack.process.ServerProcess;
import io.ordersync.stack.server.KeeperProcess;

/** How a part is: its process, and whether the server in it answers. */
public record PartState(String name, String state, long pid, long residentMegabytes, String complaint) {

    public static PartState of(ServerProcess part) {
        if (!part.isAlive()) {
            return new PartState(part.name(), "dead", 0, 0, "see " + part.logFile());
        }
        ProcessState process = ProcessState.of(part.pid());
        String complaint =
                process.isFrozen() ? "suspended (SIGSTOP)" : part.complaint().orElse("");
        String state = process.isFrozen() ? "frozen" : complaint.isEmpty() ? "running" : "not ready";
        return new PartState(part.name(), state, part.pid(), process.residentMegabytes(), complaint);
    }

    public boolean isWell() {
        return state.equals("running");
    }

    public String row(Ports ports) {
        boolean listens = !name.equals(KeeperProcess.NAME);
        return "%-22s %-9s %7s %6s %5d MB %s"
                .formatted(
                        name, state, pid == 0 ? "" : pid, listens ? ports.of(name) : "", residentMegabytes, complaint)
                .stripTrailing();
    }
}
