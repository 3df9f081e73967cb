package io.ordersync.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that {@link ProcessHandle} cannot send. */
public enum ProcessSignal {
    STOP,
    CONT;

    /** Does nothing when the process is gone. */
    public void send(long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -%s %d 2>/dev/null".formatted(name(), pid))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
