package io.ordersync.benchmarks.files;

import io.ordersync.stack.files.Checkout;
import java.nio.file.Path;
import java.util.List;

/** The folders of this module. */
public final class BenchmarkFolders {

    private BenchmarkFolders() {}

    /** The folder {@code benchmarks}. */
    public static Path module() {
        return Checkout.find().root().resolve("benchmarks");
    }

    /** The folder for what the build and the runs leave. */
    public static Path target() {
        return module().resolve("target");
    }

    /** The classes that {@code order-service} runs with in the stage {@code accept}. */
    public static Path variantClasses() {
        return module().resolve("variants/target/classes");
    }

    /** The folders with Connect plugins: the one that the build fills, and {@code plugins}, which users fill. */
    public static List<Path> plugins() {
        return List.of(target().resolve("plugins"), module().resolve("plugins"));
    }
}
