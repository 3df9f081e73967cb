package io.ordersync.stack.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line behind {@code ./run}. */
public final class Main {

    private Main() {}

    /** Ends the JVM: 0 when all went well, 1 when not, 2 when the command line was not understood. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RunCommand())
                .addSubcommand(new StopCommand())
                .addSubcommand(new StatusCommand())
                .setParameterExceptionHandler((problem, words) -> explain(problem))
                .setExecutionExceptionHandler((problem, command, words) -> explain(command, problem));
    }

    private static int explain(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println(problem.getMessage() + ". What there is: ./run --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(CommandLine command, Exception problem) {
        command.getErr().println(problem.getMessage() == null ? problem.toString() : problem.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
