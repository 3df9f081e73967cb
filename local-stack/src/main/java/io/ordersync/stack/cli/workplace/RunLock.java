package io.ordersync.stack.cli.workplace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by a launcher for as long as it lives, however it ends. */
public record RunLock(FileChannel file) implements AutoCloseable {

    /** The lock, unless another process holds it. Whoever forgets it has given it back. */
    public static Optional<RunLock> acquire(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            return Optional.empty();
        }
        return Optional.of(new RunLock(file));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
