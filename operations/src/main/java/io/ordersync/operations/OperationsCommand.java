package io.ordersync.operations;

import io.ordersync.cli.CommandLines;
import io.ordersync.operations.connect.ConnectCommand;
import io.ordersync.operations.deadletters.DeadLettersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./run} that work on a running system. */
@Command(
        name = "./run",
        header = "Commands for a running system.",
        description = "",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConnectCommand.class, DeadLettersCommand.class})
public final class OperationsCommand {

    private OperationsCommand() {}

    /** Ends the JVM. */
    public static void main(String... words) {
        System.exit(commandLine().execute(words));
    }

    /** A word that begins with @ is for the command: it names no file with more words. */
    public static CommandLine commandLine() {
        return CommandLines.create(new OperationsCommand()).setExpandAtFiles(false);
    }
}
