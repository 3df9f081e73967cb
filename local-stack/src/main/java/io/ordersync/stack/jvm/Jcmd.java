package io.ordersync.stack.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The JDK's tool that sends diagnostic commands to a running JVM of the same user. */
public final class Jcmd {

    private Jcmd() {}

    /**
     * Executes a command such as {@code GC.run} and returns what the JVM answers.
     *
     * @throws IOException if the JVM does not execute the command
     */
    public static String execute(long pid, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd %d %s failed: %s".formatted(pid, command, answer));
        }
        return answer;
    }
}
