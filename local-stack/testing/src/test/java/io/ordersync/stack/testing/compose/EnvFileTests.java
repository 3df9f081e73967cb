package io.ordersync.stack.testing.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvFileTests {

    private final EnvFile file = new EnvFile(List.of(
            "# KAFKA_IMAGE=no", "KAFKA_IMAGE=apache/kafka:4.2.1", "ORDER_SYNC_TAG=dev", "", "KAFKA_2_PORT=9093"));

    @Test
    void namesImages() {
        assertThat(file.images()).containsExactly("apache/kafka:4.2.1");
    }

    @Test
    void namesTheVariablesOfPorts() {
        assertThat(file.ports()).containsExactly("KAFKA_2_PORT");
    }
}
