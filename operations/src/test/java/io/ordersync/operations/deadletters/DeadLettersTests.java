package io.ordersync.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTests {

    @Test
    void explainsItself() {
        assertThat(Run.of("--help")).satisfies(run -> {
            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("dead-letters [list]", "--json", "--bootstrap-server");
        });
        assertThat(Run.of("replay", "--help").out()).contains("replay ADDRESS...", "--all", "--dry-run");
    }

    @Test
    void answersWhatItDoesNotUnderstandWithOneLine() {
        Run run = Run.of("--bootstrap-server", "127.0.0.1:9092", "relay");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly("There is no command relay. What there is: dead-letters --help");
    }

    @Test
    void namesSettingsThatItCannotRead(@TempDir Path folder) {
        Path missing = folder.resolve("client.properties");

        Run run = Run.of("--bootstrap-server", "127.0.0.1:9092", "--command-config", missing.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("Cannot read " + missing);
    }

    @Test
    void namesSettingsThatKafkaRefuses(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol=TLS");

        Run run = Run.of("--bootstrap-server", "127.0.0.1:9092", "--command-config", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("127.0.0.1:9092", "security.protocol");
    }
}
