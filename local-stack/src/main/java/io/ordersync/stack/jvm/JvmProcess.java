package io.ordersync.stack.jvm;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.lifecycle.ServerProcess;
import io.ordersync.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that is a JVM of this machine, started with the class archive of its kind if there is one. */
public abstract class JvmProcess extends ServerProcess {

    private final String kind;
    private final Checkout checkout;
    private final Path directory;
    private final boolean fullJit;
    private volatile @Nullable ClassArchive archive;

    /**
     * @param kind the name that all JVMs share that load the same classes
     * @param fullJit whether the JVM has the second JIT compiler, which makes it start more slowly
     */
    protected JvmProcess(String name, String kind, StackFolders folders, Checkout checkout, boolean fullJit) {
        super(name, folders);
        this.kind = kind;
        this.checkout = checkout;
        this.directory = folders.home();
        this.fullJit = fullJit;
    }

    /** Writes the files that the server reads, and returns its command without options that all JVMs share. */
    protected abstract Jvm jvm() throws IOException, InterruptedException;

    /** The variables that are added to the environment. */
    protected Map<String, String> environment() {
        return Map.of();
    }

    @Override
    protected final Launch launch() throws IOException, InterruptedException {
        Jvm jvm = addCompilerOptions(jvm(), checkout, fullJit);
        ClassArchive current = archive(jvm);
        archive = current;
        return new Launch(current.addOptions(jvm).command(), environment(), directory);
    }

    /** Adds the options of the JIT compilers. */
    public static Jvm addCompilerOptions(Jvm jvm, Checkout checkout, boolean full) {
        return full ? jvm : jvm.withOptionsOf(checkout.deployment("jvm-quick-start.options"));
    }

    /** The archive of this kind of JVM, with the class path of the given one. */
    protected final ClassArchive archive(Jvm jvm) {
        return ClassArchive.of(checkout, kind, jvm);
    }

    /** The archive that the last start had to do without, if nobody has made it since. */
    public final Optional<ClassArchive> missingArchive() {
        return Optional.ofNullable(archive).filter(ClassArchive::isMissing);
    }
}
