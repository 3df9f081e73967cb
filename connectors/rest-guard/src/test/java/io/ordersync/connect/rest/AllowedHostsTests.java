package io.ordersync.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTests {

    private final AllowedHosts hosts =
            AllowedHosts.of(Map.of("rest.advertised.host.name", "Worker-1", "rest.guard.hosts", "connect, workers"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8083",
                "127.0.0.1:8083",
                "10.1.2.3",
                "[::1]:8083",
                "[2001:db8::1]",
                "worker-1",
                "worker-1:8083",
                "connect:8083",
                "workers"
            })
    void includeTheNamesOfTheWorkerAndAnyAddress(String header) {
        assertThat(hosts.include(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "attacker.example",
                "attacker.example:8083",
                "localhost.attacker.example",
                "127.0.0.1.attacker.example",
                "worker-1.attacker.example",
                "localhost:8083.attacker.example",
                "[::1].attacker.example",
                "1.2.3"
            })
    void includeNoOtherName(String header) {
        assertThat(hosts.include(header)).isFalse();
    }

    @Test
    void includeARequestWithoutAHost() {
        assertThat(hosts.include(null)).isTrue();
    }
}
