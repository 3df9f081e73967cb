package io.ordersync.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that starts a process, the variables that are added to the environment, and the working directory. */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

    public static final File NO_INPUT = new File("/dev/null");

    /**
     * A terminal sends SIGINT and SIGHUP to every process in it. The launcher stops the servers in order, so they start
     * with both signals ignored.
     */
    private static final List<String> IGNORE_TERMINAL_SIGNALS =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public static Launch of(List<String> command, Path directory) {
        return new Launch(command, Map.of(), directory);
    }

    /** Starts a process that ignores the signals of the terminal. */
    public Process startShielded(Path log) throws IOException {
        List<String> words = new ArrayList<>(IGNORE_TERMINAL_SIGNALS);
        words.addAll(command);
        return appendTo(log, builder(words)).redirectInput(NO_INPUT).start();
    }

    /** Starts a process; its output is appended to a log file. */
    public Process start(Path log, File input) throws IOException {
        return appendTo(log, builder(command)).redirectInput(input).start();
    }

    Process startPiped() throws IOException {
        return builder(command).start();
    }

    private ProcessBuilder builder(List<String> words) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    private static ProcessBuilder appendTo(Path log, ProcessBuilder builder) {
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
}
