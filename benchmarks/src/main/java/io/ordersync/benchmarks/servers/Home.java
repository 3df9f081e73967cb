package io.ordersync.benchmarks.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where this module and its neighbours keep their things; {@code ./run bench} and the build name both folders. */
public final class Home {

    private Home() {}

    /** The repository. */
    public static Path root() {
        return module().getParent();
    }

    /** The folder {@code benchmarks}. */
    public static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    }

    /** The executable jar of order-service. */
    public static Path orderServiceJar() {
        return list(root().resolve("order-service/target"))
                .filter(file -> file.getFileName().toString().matches("order-service-[0-9.]+(-SNAPSHOT)?\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("order-service is not built"));
    }

    /** Folders with Connect plugins: what the build has fetched, and what somebody has put into {@code plugins}. */
    public static List<Path> plugins() {
        return List.of(module().resolve("target/plugins"), module().resolve("plugins"));
    }

    /** The JDK of this process and of those that it starts. */
    public static String jdk() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version");
    }

    static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
