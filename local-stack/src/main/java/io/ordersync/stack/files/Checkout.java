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

/** The repository, and where its build leaves what the stack executes. */
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

    /** Broker, Connect worker and Kafka's tools, and how they log. */
    public String kafkaClassPath() {
        try {
            return root.resolve("local-stack/kafka/config/server")
                    + File.pathSeparator
                    + Files.readString(built(root.resolve("local-stack/kafka/target/kafka.classpath")))
                            .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What MariaDB executes at each start: its logins, and the tables of change data capture. */
    public List<Path> databaseScripts(boolean cdc) {
        Path folder = root.resolve("deploy/mariadb");
        Path logins = folder.resolve("logins.sql");
        return cdc ? List.of(logins, folder.resolve("cdc.sql")) : List.of(logins);
    }

    /** What every broker has in common, here and in containers. */
    public Path brokerSettings() {
        return root.resolve("deploy/kafka/server.properties");
    }

    /** What every Connect worker has in common, here and in containers. */
    public Path workerSettings() {
        return root.resolve("deploy/connect/worker.properties");
    }

    /** What the containers of brokers, workers and MariaDB are given. */
    public Path deployment(String server) {
        return root.resolve("deploy").resolve(server);
    }

    /** Names and tags of images, by the names that the compose file knows them by. */
    public Path imageNames() {
        return root.resolve(".env");
    }

    public Path bundledMariaDb() {
        return root.resolve("local-stack/target/mariadb");
    }

    /**
     * The folders with one folder per Connect plugin: ours, and Debezium's if it is built. A worker must have one, if only
     * an empty name, also for the tests that run before any plugin is built.
     */
    public List<Path> plugins() {
        Path own = root.resolve("connectors/jdbc-sink/target/plugins");
        Path debezium = root.resolve("connectors/debezium/target/plugins");
        return Files.isDirectory(debezium) ? List.of(own, debezium) : List.of(own);
    }

    /** The keeper, the modules that it uses, and Kafka. */
    public String keeperClassPath() {
        return Stream.of("connectors/keeper", "connectors/connect-client", "outage-log")
                        .map(module -> root.resolve(module).resolve("target/classes") + File.pathSeparator)
                        .collect(Collectors.joining())
                + kafkaClassPath();
    }

    /** The JSON file of the one connector that every system has, or the folder with all of them. */
    public Path connectorFiles(boolean cdc) {
        Path folder = root.resolve("connectors/config");
        return cdc ? folder : folder.resolve("orders-sink.json");
    }

    /** The executable jar of a service. */
    public Path serviceJar(String module) {
        Path target = root.resolve(module).resolve("target");
        List<Path> jars = matching(target, module + "-*.jar").stream()
                .filter(jar -> !jar.getFileName().toString().matches(".*-(sources|javadoc|tests|plain)\\.jar"))
                .toList();
        return built(jars.isEmpty() ? target.resolve(module + ".jar") : jars.get(0));
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
