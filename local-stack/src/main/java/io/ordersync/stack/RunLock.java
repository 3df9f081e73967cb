package io.ordersync.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by a launcher for as long as it lives, however it ends. */
final class RunLock {

    private RunLock() {}

    /** Whether this process now holds the lock; it gives it back by ending. */
    static boolean acquire(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return file.tryLock() != null;
    }
}
