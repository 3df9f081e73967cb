package io.ordersync.stack.testing;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.PidFile;
import io.ordersync.stack.process.ProcessTermination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/** The stacks of one module's tests; those that a killed test run has left behind are ended and cleared away. */
public record TestFolders(Path stacks) {

    private static final String OWNER = "owner";

    static TestFolders ofThisModule() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return new TestFolders(module.resolve("target/stacks"));
    }

    public StackFolders create(String name) {
        Checkout.matching(stacks, "*").stream().map(StackFolders::new).forEach(TestFolders::clearIfAbandoned);
        String unique = UUID.randomUUID().toString().substring(0, 8);
        StackFolders folders = new StackFolders(stacks.resolve(name + "-" + unique));
        PidFile.of(folders.run(), OWNER).write(ProcessHandle.current());
        return folders;
    }

    private static void clearIfAbandoned(StackFolders folders) {
        PidFile owner = PidFile.of(folders.run(), OWNER);
        if (isComplete(owner) && owner.process().isEmpty()) {
            Checkout.matching(folders.run(), "*.pid")
                    .forEach(file -> new PidFile(file).process().ifPresent(ProcessTermination::forcible));
            clear(folders);
        }
    }

    /** Another JVM may be about to write the file. */
    private static boolean isComplete(PidFile owner) {
        return owner.path().toFile().length() > 0;
    }

    private static void clear(StackFolders folders) {
        try {
            Folders.delete(folders.run());
            Folders.delete(folders.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
