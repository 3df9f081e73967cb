package io.ordersync.benchmarks.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees that there is one run of a name on this machine at a time; a killed one counts no longer. */
final class OnlyRun {

    private final Path file;
    private FileChannel channel;

    OnlyRun(String name) {
        this.file = Path.of(System.getProperty("java.io.tmpdir"), name + ".lock");
    }

    /** @throws IllegalStateException if there is another one */
    void lock() {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IllegalStateException("Another run measures containers on this machine: wait for its end.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void unlock() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
