package io.ordersync.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {

    @TempDir
    Path folder;

    @Test
    void prefersTheLastErrorToTheLastLine() throws IOException {
        assertThat(logOf("INFO up\nERROR first\nERROR second\nINFO down\n\n").lastErrorOrLine())
                .isEqualTo("ERROR second");
    }

    @Test
    void takesTheLastLineWithoutErrors() throws IOException {
        assertThat(logOf("one\ntwo\n \n").lastErrorOrLine()).isEqualTo("two");
    }

    @Test
    void saysThatTheLogIsEmpty() throws IOException {
        assertThat(logOf("").lastErrorOrLine()).isEqualTo("the log is empty");
    }

    @Test
    void cutsLongLines() throws IOException {
        assertThat(logOf("x".repeat(1000)).lastErrorOrLine()).hasSize(303).endsWith("...");
    }

    private LogFile logOf(String text) throws IOException {
        return new LogFile(Files.writeString(folder.resolve("part.log"), text));
    }
}
