package io.ordersync.setup;

import io.ordersync.cli.CommandLines;
import io.ordersync.setup.certificate.CertificatesCommand;
import io.ordersync.setup.token.TokenCommand;
import io.ordersync.setup.token.TokenKeyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that make keys, certificates and logins. */
@Command(
        name = "./run",
        header = "Commands for keys, certificates and logins.",
        description = "",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CertificatesCommand.class, TokenCommand.class, TokenKeyCommand.class})
public final class SetUpCommand {

    private SetUpCommand() {}

    /** Ends the JVM. */
    public static void main(String... words) {
        System.exit(commandLine().execute(words));
    }

    static CommandLine commandLine() {
        return CommandLines.create(new SetUpCommand());
    }
}
