package io.ordersync.connect.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestGuardTests {

    @TempDir
    Path folder;

    @Test
    void startsWithTheFileOfAToken() throws IOException {
        assertThatCode(() -> configure(tokenFile())).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithoutAToken() {
        assertThatThrownBy(() -> configure(Map.of("listeners", "http://127.0.0.1:8083")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("rest.guard.token.file is missing")
                .hasMessageContaining("rest.guard.open=true");
    }

    @Test
    void refusesToStartWithAFileThatDoesNotExist() {
        assertThatThrownBy(() -> configure(
                        Map.of("rest.guard.token.file", folder.resolve("none").toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("rest.guard.token.file", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8083", "http://localhost:8083,http://[::1]:8083"})
    void mayBeOpenOnLoopback(String listeners) {
        assertThatCode(() -> configure(Map.of("rest.guard.open", "true", "listeners", listeners)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://:8083",
                "http://0.0.0.0:8083",
                "http://worker:8083",
                "http://127.0.0.1.attacker.example:8083",
                "http://127.0.0.1:8083,http://192.168.0.2:8083"
            })
    void refusesToBeOpenElsewhere(String listeners) {
        assertThatThrownBy(() -> configure(Map.of("rest.guard.open", "true", "listeners", listeners)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void refusesToBeOpenWithoutListeners() {
        assertThatThrownBy(() -> configure(Map.of("rest.guard.open", "true"))).hasMessageContaining("loopback");
    }

    @Test
    void refusesToStartIfWorkersDoNotSignTheirRequests() throws IOException {
        assertThatThrownBy(() -> configure(Map.of("connect.protocol", "compatible", "rest.guard.token.file", file())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must be sessioned");
    }

    @Test
    void refusesToStartWithAnInterfaceThatItDoesNotProtect() throws IOException {
        assertThatThrownBy(() -> configure(Map.of("admin.listeners", "http://:9999", "rest.guard.token.file", file())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("admin.listeners");
    }

    @Test
    void refusesASettingThatIsNeitherTrueNorFalse() throws IOException {
        assertThatThrownBy(() -> configure(Map.of("rest.guard.open", "yes", "rest.guard.token.file", file())))
                .hasMessageContaining("must be true or false");
    }

    private Map<String, String> tokenFile() throws IOException {
        return Map.of("rest.guard.token.file", file());
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("token"), "a-token-0123456789\n")
                .toString();
    }

    private static void configure(Map<String, String> settings) {
        new RestGuard().configure(settings);
    }
}
