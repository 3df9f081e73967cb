package io.ordersync.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line behind {@code benchmarks/run}. */
public final class Main {

    private Main() {}

    /** Ends the JVM: 0 when everything was measured, 1 when not, 2 when the command line was not understood. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RunCommand())
                .setParameterExceptionHandler((problem, words) -> explain(problem))
                .setExecutionExceptionHandler((problem, command, words) -> explain(command, problem));
    }

    private static int explain(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println(problem.getMessage() + ". What there is: benchmarks/run --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** With the trace: whoever measures has to see which server let it down. */
    private static int explain(CommandLine command, Exception problem) {
        command.getErr().println();
        if (problem instanceof IllegalStateException && problem.getCause() == null) {
            command.getErr().println(problem.getMessage());
        } else {
            problem.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
