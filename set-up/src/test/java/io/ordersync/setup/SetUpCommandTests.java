package io.ordersync.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class SetUpCommandTests {

    @Test
    void usageFileIsTheHelpOfTheTokenCommand() {
        assertThat(Path.of("usage.txt"))
                .hasContent(
                        SetUpCommand.commandLine().getSubcommands().get("token").getUsageMessage(Ansi.OFF));
    }
}
