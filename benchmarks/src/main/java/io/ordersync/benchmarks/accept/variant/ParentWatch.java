package io.ordersync.benchmarks.accept.variant;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Ends this process with the one that has started it, if the system property {@code ends-with-parent} is true: the pipe
 * that is this one's standard input is closed by whatever ends the other, kill -9 included.
 */
final class ParentWatch {

    private ParentWatch() {}

    static void begin() {
        if (Boolean.getBoolean("ends-with-parent")) {
            Thread thread = new Thread(ParentWatch::watch, "parent-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void watch() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // nobody is there either
        }
        System.exit(1);
    }
}
