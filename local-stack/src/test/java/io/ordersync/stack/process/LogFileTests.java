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
    void prefersTheLastComplaintToTheLastLine() throws IOException {
        assertThat(logOf("INFO up\nERROR first\nERROR second\nINFO down\n\n").lastWords())
                .isEqualTo("ERROR second");
    }

    @Test
    void takesTheLastLineWhereNothingWasComplainedAbout() throws IOException {
        assertThat(logOf("one\ntwo\n \n").lastWords()).isEqualTo("two");
    }

    @Test
    void saysSoWhenThereIsNothing() throws IOException {
        assertThat(logOf("").lastWords()).isEqualTo("it wrote nothing");
    }

    @Test
    void cutsLongLines() throws IOException {
        assertThat(logOf("x".repeat(1000)).lastWords()).hasSize(303).endsWith("...");
    }

    private LogFile logOf(String text) throws IOException {
        return new LogFile(Files.writeString(folder.resolve("part.log"), text));
    }
}
