package io.ordersync.benchmarks.servers;

import io.ordersync.stack.lifecycle.Part;
import java.io.IOException;
import java.nio.file.Path;

/** What one contender leaves behind in a process that the next one uses too. */
final class Garbage {

    private Garbage() {}

    /** Lets the JVM collect it, by the JDK's own tool, and returns when that is done. */
    static void collect(Part jvm) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "GC.run")
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("jcmd GC.run: " + answer);
        }
    }
}
