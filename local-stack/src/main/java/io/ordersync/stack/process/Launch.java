package io.ordersync.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is executed for a part: the command, what is added to the environment, and the working directory. */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

    /**
     * A terminal sends SIGINT and SIGHUP to every process in it. The servers are stopped in order by whoever started
     * them, so they inherit both signals as ignored.
     */
    private static final List<String> SHIELD = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public static Launch of(List<String> command, Path directory) {
        return new Launch(command, Map.of(), directory);
    }

    Process shielded(Path log) throws IOException {
        List<String> shielded = new ArrayList<>(SHIELD);
        shielded.addAll(command);
        return spawn(shielded, log, new File("/dev/null"));
    }

    Process plain(Path log, File input) throws IOException {
        return spawn(command, log, input);
    }

    private Process spawn(List<String> words, Path log, File input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(input)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
