package io.ordersync.stack.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.stack.cli.PortCheck;
import io.ordersync.stack.cli.workplace.FixedPorts;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.server.StackPlan;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void listensWherePeopleExpectIt() {
        Ports ports = new FixedPorts(Map.of());

        assertThat(ports.of("order-service")).isEqualTo(8081);
        assertThat(ports.of("order-service-2")).isEqualTo(8091);
        assertThat(ports.of("order-service-3")).isEqualTo(8092);
        assertThat(ports.of("catalog-service-2")).isEqualTo(8182);
        assertThat(ports.of("mariadb")).isEqualTo(3307);
    }

    @Test
    void listensWhereItWasTold() {
        Ports ports = new FixedPorts(Map.of("kafka", 9192, "order-service-2", 9081));

        assertThat(ports.of("kafka")).isEqualTo(9192);
        assertThat(ports.of("order-service-2")).isEqualTo(9081);
        assertThat(ports.of("order-service")).isEqualTo(8081);
    }

    @Test
    void knowsNoOtherParts() {
        assertThatThrownBy(() -> new FixedPorts(Map.of("kafak", 9192))).hasMessageContaining("no part named kafak");
        assertThatThrownBy(() -> new FixedPorts(Map.of("kafka", 65536))).hasMessage("65536 is not a port");
    }

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
        return new StackPlan(new StackFolders(Path.of("target")), ports, 1, 1, false, false);
    }
}
