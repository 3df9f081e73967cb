package io.ordersync.system.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs commands one block after another, as in one terminal: variables and background processes stay. */
final class CourseShell implements AutoCloseable {

    /** Long enough for a program of Kafka on a busy machine. */
    private static final int SECONDS = 90;

    private final Path folder;
    private final Path scratch;

    /**
     * @param folder the folder of the terminal
     * @param scratch a folder for the shell's own files
     */
    CourseShell(Path folder, Path scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    /** Returns everything that the commands print, errors included. A command that fails fails the test. */
    String run(String commands) throws IOException, InterruptedException {
        Path output = scratch.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script(commands));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process shell = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!shell.waitFor(SECONDS, TimeUnit.SECONDS)) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
            throw new AssertionError("No end after %d s: %s".formatted(SECONDS, commands));
        }
        String printed = Files.readString(output);
        if (shell.exitValue() != 0) {
            throw new AssertionError("Exit code %d: %s%n%s".formatted(shell.exitValue(), commands, printed));
        }
        return printed;
    }

    private String script(String commands) {
        return """
                set -ea
                [ ! -f '%1$s/variables' ] || . '%1$s/variables'
                %2$s
                [ -z "$!" ] || echo "$!" >> '%1$s/background'
                export -p > '%1$s/variables'
                """.formatted(scratch, commands);
    }

    /** Ends what still runs in the background. */
    @Override
    public void close() throws IOException {
        Path background = scratch.resolve("background");
        if (Files.exists(background)) {
            Files.readAllLines(background).stream()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }
}
