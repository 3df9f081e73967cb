package io.ordersync.stack;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.jvm.ClassArchive;
import io.ordersync.stack.jvm.JvmProcess;
import io.ordersync.stack.lifecycle.Part;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class archives that parts of a stack had to start without. Each is made once, for the next starts. */
public final class ClassArchives {

    private static final Logger LOG = System.getLogger(ClassArchives.class.getName());

    private final List<ClassArchive> missing;
    private final Path logs;

    private ClassArchives(List<ClassArchive> missing, Path logs) {
        this.missing = missing;
        this.logs = logs;
    }

    /** The archives that these parts miss, one for parts of the same kind. */
    static ClassArchives missingFrom(Collection<? extends Part> parts, Path logs) {
        Map<String, ClassArchive> byName = new LinkedHashMap<>();
        parts.stream()
                .filter(JvmProcess.class::isInstance)
                .map(part -> ((JvmProcess) part).missingArchive())
                .flatMap(Optional::stream)
                .forEach(archive -> byName.putIfAbsent(archive.toString(), archive));
        return new ClassArchives(List.copyOf(byName.values()), logs);
    }

    /** These archives, and that of the running JVM if it was started with the option to record its classes in a file. */
    public ClassArchives andOfThisJvm(Checkout checkout, String name, @Nullable String record) {
        if (record == null) {
            return this;
        }
        ClassArchive own =
                ClassArchive.ofRecord(checkout, name, System.getProperty("java.class.path"), Path.of(record));
        return new ClassArchives(
                Stream.concat(missing.stream(), Stream.of(own).filter(ClassArchive::isMissing))
                        .toList(),
                logs);
    }

    public boolean areComplete() {
        return missing.isEmpty();
    }

    /** Is called before and after each archive is made. */
    public interface Listener {

        Listener SILENT = new Listener() {};

        default void making(String archive) {}

        default void made(String archive, Duration took) {}
    }

    /**
     * Makes the archives one after another; this takes some 10 seconds of CPU time for each.
     *
     * @throws IOException if one could not be made; the parts start without it then
     */
    public void make(Listener listener) throws IOException, InterruptedException {
        for (ClassArchive archive : missing) {
            listener.making(archive.toString());
            long begin = System.nanoTime();
            archive.make(logs.resolve("class-archive-%s.log".formatted(archive)));
            listener.made(archive.toString(), Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** Makes the archives in a thread that ends with this JVM. */
    public void makeInBackground() {
        if (!areComplete()) {
            Thread thread = new Thread(this::makeOrLog, "class-archives");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void makeOrLog() {
        try {
            make(Listener.SILENT);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The next starts will be slower: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
