package io.ordersync.stack.jvm;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.process.ChildProcess;
import io.ordersync.stack.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The classes of one kind of JVM in the form in which the JVM maps them into memory (class data sharing). A JVM with an
 * archive starts with less than half of the CPU time.
 *
 * <p>A JVM without one records the classes that it loads; {@link #make} builds the archive from the record. The name of an
 * archive holds a fingerprint of the JDK and of the class path, and its size: an archive of another JDK or of other jars,
 * or one that is not whole, is never used.
 */
public final class ClassArchive {

    private static final String SUFFIX = ".jsa";

    private final Path folder;
    private final Path options;
    private final String name;
    private final String classPath;
    private final String fingerprint;
    private final Path record;

    private ClassArchive(Checkout checkout, String name, String classPath, Path record) {
        this.folder = checkout.classArchives();
        this.options = checkout.deployment("class-archive.options");
        this.name = name;
        this.classPath = classPath;
        this.fingerprint = ClassPathFingerprint.of(classPath);
        this.record = record;
    }

    /** @param name what all JVMs share that load the same classes */
    public static ClassArchive of(Checkout checkout, String name, Jvm jvm) {
        Path record = checkout.classArchives().resolve("%s-%s.classes".formatted(name, UUID.randomUUID()));
        return new ClassArchive(checkout, name, jvm.classPath(), record);
    }

    /** The archive of a JVM, perhaps this one, that was started with the option to record its classes in a file. */
    public static ClassArchive ofRecord(Checkout checkout, String name, String classPath, Path record) {
        return new ClassArchive(checkout, name, classPath, record);
    }

    /** Adds the options with which a JVM uses the archive or, without one, records its classes. */
    public Jvm addOptions(Jvm jvm) {
        if (file().isPresent()) {
            return addOptionsIfPresent(jvm);
        }
        createFolder();
        return jvm.withOptions("-XX:DumpLoadedClassList=" + record);
    }

    /** Adds the options with which a JVM uses the archive, for one that loads only a part of its classes. */
    public Jvm addOptionsIfPresent(Jvm jvm) {
        return file().map(file -> jvm.withOptionsOf(options).withOptions("-XX:SharedArchiveFile=" + file))
                .orElse(jvm);
    }

    /** Whether a JVM has recorded its classes and nobody has made the archive since. */
    public boolean isMissing() {
        return Files.exists(record) && file().isEmpty();
    }

    /**
     * Makes the archive from the record of a JVM that runs or has run, at low priority; this takes some 10 seconds of CPU
     * time. It replaces the archives of other JDKs and other jars.
     *
     * @param log the file to which the JDK's messages are appended
     * @throws IOException if the JDK makes no archive
     */
    public void make(Path log) throws IOException, InterruptedException {
        synchronized (ClassArchive.class) { // a lock of a file keeps out other JVMs only
            try (FileChannel lock = FileChannel.open(folder.resolve("lock"), CREATE, WRITE)) {
                lock.lock();
                if (isMissing()) {
                    makeAlone(log);
                }
            }
        }
    }

    private void makeAlone(Path log) throws IOException, InterruptedException {
        Path classes = usableLines();
        Path unfinished = record.resolveSibling(record.getFileName() + ".unfinished");
        try {
            List<String> command = List.of(
                    "nice", // as POSIX has it
                    Jvm.executable(),
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + unfinished,
                    "-XX:+UseG1GC", // the only collector that puts objects into an archive
                    "-cp",
                    classPath);
            int exitCode = run(command, log);
            if (exitCode != 0) {
                throw new IOException("java -Xshare:dump ended with exit code %d (log: %s)".formatted(exitCode, log));
            }
            publish(unfinished);
        } finally {
            Files.deleteIfExists(classes);
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(record);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private Optional<Path> file() {
        return Checkout.matching(folder, "%s-%s-*%s".formatted(name, fingerprint, SUFFIX)).stream()
                .filter(ClassArchive::isWhole)
                .findFirst();
    }

    private static boolean isWhole(Path file) {
        try {
            return file.getFileName().toString().endsWith("-" + Files.size(file) + SUFFIX);
        } catch (IOException e) {
            return false; // another process has replaced it
        }
    }

    /**
     * Leaves out the last line if the JVM still runs and has not completed it, and the method handles that JDK 17 would
     * generate classes for: a JVM with an agent or a flight recording crashes when it loads these from an archive.
     */
    private Path usableLines() throws IOException {
        String text = Files.readString(record);
        String classes = text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.startsWith("@lambda-form-invoker"))
                .collect(Collectors.joining("\n", "", "\n"));
        return Files.writeString(record.resolveSibling(record.getFileName() + ".complete"), classes);
    }

    private int run(List<String> command, Path log) throws IOException, InterruptedException {
        try (ChildProcess dump = ChildProcess.logging(Launch.of(command, folder), log)) {
            return dump.process().waitFor();
        }
    }

    private void publish(Path unfinished) throws IOException {
        Path file = folder.resolve("%s-%s-%d%s".formatted(name, fingerprint, Files.size(unfinished), SUFFIX));
        List<Path> replaced =
                Checkout.matching(folder, "{%1$s-????????????-*%2$s,%1$s-*.classes*}".formatted(name, SUFFIX));
        for (Path old : replaced) { // and what a launcher has left behind that was interrupted here
            if (!old.equals(unfinished)) {
                Files.deleteIfExists(old);
            }
        }
        Files.move(unfinished, file);
    }

    private void createFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
