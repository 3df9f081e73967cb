package io.ordersync.stack.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.server.StackPlan;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortCheckTests {

    @Test
    void namesTheTakenPortAndThePartThatNeedsIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            FreePorts free = new FreePorts();
            Ports ports = part -> part.equals("connect") ? taken.getLocalPort() : free.of(part);

            assertThatThrownBy(new PortCheck(plan(ports))::requireFree)
                    .hasMessageStartingWith("Port %d of connect is taken", taken.getLocalPort())
                    .hasMessageEndingWith("--port connect=PORT");
        }
    }

    @Test
    void refusesTwoPartsOnOnePort() {
        FreePorts free = new FreePorts();
        Ports ports = part -> free.of(part.equals("catalog-service") ? "kafka" : part);

        assertThatThrownBy(new PortCheck(plan(ports))::requireFree)
                .hasMessageStartingWith("kafka and catalog-service cannot both listen on port " + free.of("kafka"));
    }

    private static StackPlan plan(Ports ports) {
        return StackPlan.of(new StackFolders(Path.of("target")), ports);
    }
}
