package io.ordersync.benchmarks.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, ended with this JVM at the latest. */
public final class ChildJvm implements AutoCloseable {

    private static final int POLITE_SECONDS = 20;

    private final Process process;
    private final Thread atExit;

    private ChildJvm(Process process) {
        this.process = process;
        this.atExit = new Thread(this::end, "child-at-exit");
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            process.destroyForcibly(); // this JVM is ending, and would leave it behind
            throw e;
        }
    }

    /** What it prints goes into the log. */
    public static ChildJvm logging(Path log, Map<String, String> environment, List<String> words) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = builder(words).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    /** What it prints is for {@link #process()}'s reader. */
    public static ChildJvm talking(List<String> words) throws IOException {
        return new ChildJvm(builder(words).start());
    }

    public Process process() {
        return process;
    }

    private static ProcessBuilder builder(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs already
        }
    }
}
