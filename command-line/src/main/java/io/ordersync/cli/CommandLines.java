package io.ordersync.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Makes picocli command lines that behave alike: every command has {@code --help} and {@code --version}, an error is one
 * line, and the exit code is 0 for success, 1 for a failure and 2 for a command line that was not understood.
 */
public final class CommandLines {

    private CommandLines() {}

    /** @param command an object with picocli's annotations; its name is what the user types, such as {@code ./run bench} */
    public static CommandLine create(Object command) {
        CommandLine line = new CommandLine(command);
        addStandardOptions(line);
        return line.setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .setParameterExceptionHandler((problem, words) -> explainUsage(problem))
                .setExecutionExceptionHandler((problem, failed, words) -> explainFailure(failed, problem));
    }

    private static void addStandardOptions(CommandLine line) {
        line.getCommandSpec().addMixin("standardOptions", new CommandLine(new StandardOptions()).getCommandSpec());
        line.getSubcommands().values().forEach(CommandLines::addStandardOptions);
    }

    /** A container often has no locale, but its terminal understands UTF-8. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, UTF_8);
    }

    private static int explainUsage(ParameterException problem) {
        CommandLine line = problem.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        line.getErr().println("%s. See %s --help.".formatted(message(problem), command));
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? "Unknown argument: '%s'".formatted(unmatched.getUnmatched().get(0))
                : problem.getMessage();
    }

    private static int explainFailure(CommandLine line, Exception problem) {
        line.getErr().println(problem.getMessage() == null ? problem.toString() : problem.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
