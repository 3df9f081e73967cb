package io.ordersync.stack.cli.context;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The lock that a launcher holds until its process ends. */
public record RunLock(FileChannel file) implements AutoCloseable {

    /** The lock, or nothing when another process holds it. */
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
