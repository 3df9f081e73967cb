package io.ordersync.stack.files;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The repository, and the files of it and of its build that the stack uses. */
public record Checkout(Path root) {

    private static final String HOME = "ordersync.home";

    /** The folder named by the system property {@code ordersync.home}, or the first one upwards that is a checkout. */
    public static Checkout find() {
        String home = System.getProperty(HOME);
        return home != null
                ? new Checkout(Path.of(home).toAbsolutePath().normalize())
                : upwardsFrom(Path.of("").toAbsolutePath());
    }

    public static Checkout upwardsFrom(Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")) && Files.exists(folder.resolve("connectors")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new IllegalStateException(
                        "%s is not inside a checkout of order-sync; name one with -D%s=…".formatted(start, HOME)));
    }

    /** Broker, Connect worker and Kafka's tools. */
    public String kafkaClassPath() {
        try {
            return Files.readString(built(root.resolve("local-stack/kafka/target/kafka.classpath")))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with the logging configuration of broker, worker and keeper. */
    public Path kafkaLogging() {
        return root.resolve("local-stack/kafka/config/server");
    }

    /** The folder with the class archives of all JVMs that are started from this checkout. */
    public Path classArchives() {
        return root.resolve("local-stack/target/class-archives");
    }

    /** A file or folder of {@code deploy}: settings that processes of this machine and containers share. */
    public Path deployment(String path) {
        return root.resolve("deploy").resolve(path);
    }

    /** The file with names and tags of images. */
    public Path imageNames() {
        return root.resolve(".env");
    }

    public Path bundledMariaDb() {
        return root.resolve("local-stack/target/mariadb");
    }

    /**
     * The folders with one folder per Connect plugin: the sink's, and those of the sources if they are built. The sink's
     * need not exist: tests run before any plugin is built, and a worker must be given at least one folder.
     */
    public List<Path> plugins() {
        Path sink = root.resolve("connectors/jdbc-sink/target/plugins");
        Stream<Path> sources = Stream.of("jdbc-source", "debezium")
                .map(source -> root.resolve("connectors/" + source + "/target/plugins"))
                .filter(Files::isDirectory);
        return Stream.concat(Stream.of(sink), sources).toList();
    }

    /** Kafka, which brings topic-upkeep, and the keeper. */
    public String keeperClassPath() {
        return Stream.of("connectors/keeper", "connectors/connect-client")
                .map(module -> File.pathSeparator + moduleJar(module))
                .collect(Collectors.joining("", kafkaClassPath(), ""));
    }

    /** The folder with the JSON files of the connectors that always run, and a folder for those of each feature. */
    public Path connectors() {
        return root.resolve("connectors/config");
    }

    /** The jar of a module; that of a service is executable. */
    public Path moduleJar(String module) {
        Path target = root.resolve(module).resolve("target");
        List<Path> jars = matching(target, Path.of(module).getFileName() + "-*.jar").stream()
                .filter(jar -> !jar.getFileName().toString().matches(".*-(sources|javadoc|tests|plain)\\.jar"))
                .toList();
        return built(jars.isEmpty() ? target.resolve(module + ".jar") : jars.get(0));
    }

    /** The folder in which the executable jar of a service is extracted. */
    public Path extractedJars(String module) {
        return root.resolve(module).resolve("target/extracted");
    }

    public static List<Path> matching(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path built(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "%s is missing; build it with ./mvnw -DskipTests package".formatted(root.relativize(file)));
        }
        return file;
    }
}
