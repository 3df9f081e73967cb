package io.ordersync.benchmarks.servers.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes sure that only one run of a name uses this machine. The lock of a killed run is released. */
final class SingleRunLock {

    private final Path file;
    private FileChannel channel;

    SingleRunLock(String name) {
        this.file = Path.of(System.getProperty("java.io.tmpdir"), name + ".lock");
    }

    /** @throws IllegalStateException if another run holds the lock */
    void acquire() {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IllegalStateException("Another run measures containers on this machine. Wait until it ends.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
