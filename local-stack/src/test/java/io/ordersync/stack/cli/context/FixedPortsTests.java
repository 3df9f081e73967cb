package io.ordersync.stack.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.stack.net.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedPortsTests {

    @Test
    void hasADefaultForEachPart() {
        Ports ports = new FixedPorts(Map.of());

        assertThat(ports.of("order-service")).isEqualTo(8081);
        assertThat(ports.of("order-service-2")).isEqualTo(8091);
        assertThat(ports.of("order-service-3")).isEqualTo(8092);
        assertThat(ports.of("catalog-service-2")).isEqualTo(8182);
        assertThat(ports.of("mariadb")).isEqualTo(3307);
    }

    @Test
    void prefersAChosenPort() {
        Ports ports = new FixedPorts(Map.of("kafka", 9192, "order-service-2", 9081));

        assertThat(ports.of("kafka")).isEqualTo(9192);
        assertThat(ports.of("order-service-2")).isEqualTo(9081);
        assertThat(ports.of("order-service")).isEqualTo(8081);
    }

    @Test
    void rejectsUnknownPartsAndInvalidPorts() {
        assertThatThrownBy(() -> new FixedPorts(Map.of("kafak", 9192))).hasMessageContaining("no part named kafak");
        assertThatThrownBy(() -> new FixedPorts(Map.of("kafka", 65536)))
                .hasMessage("kafka cannot listen on port 65536. Choose a port from 1 to 65535");
    }
}
