package io.ordersync.connect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorDefinitionTests {

    @TempDir
    Path folder;

    @Test
    void readsNumbersAndTruthValuesAsTheTextThatConnectKeeps() throws IOException {
        ConnectorDefinition connector = read("{\"name\":\"a\",\"config\":{\"tasks.max\":2,\"x\":true,\"y\":\"z\"}}");
        assertThat(connector.config())
                .containsEntry("tasks.max", "2")
                .containsEntry("x", "true")
                .containsEntry("y", "z")
                .containsEntry("name", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hush",
                "{\"name\":\"a\",\"config\":{\"password\":\"hush}",
                "[]",
                "{\"config\":{\"a\":\"hush\"}}"
            })
    void saysWhatIsWrongWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .message()
                .isNotBlank()
                .doesNotContain("hush");
    }

    @Test
    void showsNoValues() throws IOException {
        assertThat(read("{\"name\":\"a\",\"config\":{\"password\":\"hush\"}}").toString())
                .doesNotContain("hush");
    }

    private ConnectorDefinition read(String json) throws IOException {
        Path file = folder.resolve("a.json");
        Files.writeString(file, json);
        return ConnectorDefinition.read(file);
    }
}
