package io.ordersync.system;

import io.ordersync.stack.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The system of the compose file with three brokers, as a project of its own on free ports. */
final class Compose implements AutoCloseable {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PUBLISHED =
            List.of("ORDERS", "CATALOG", "CONNECT", "KAFKA", "KAFKA_2", "KAFKA_3", "MARIADB");

    private final String project =
            "order-sync-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> ports = new TreeMap<>();
    private final Docker docker = new Docker(CHECKOUT, ports);

    Compose() {
        FreePorts free = new FreePorts();
        PUBLISHED.forEach(name -> ports.put(name + "_PORT", Integer.toString(free.of(name))));
    }

    /** Why it cannot be run on this machine, or nothing when it can. */
    static Optional<String> obstacle() {
        return "embedded".equals(System.getProperty("stack"))
                ? Optional.of("-Dstack=embedded")
                : new Docker(CHECKOUT, Map.of()).obstacle();
    }

    /** Brings up what is not up yet, built from this checkout, and returns when everything is healthy. */
    void up(String... options) {
        compose(Stream.concat(Stream.of("up", "--wait"), Stream.of(options)).toArray(String[]::new));
    }

    /** The address of what {@code .env} gives a port of this name. */
    String url(String name) {
        return "http://127.0.0.1:" + ports.get(name + "_PORT");
    }

    /** Ends a container as a power cut would, and nobody starts it again. */
    void kill(String service, int number) {
        docker.run("kill", container(service, number));
    }

    /** What a command prints inside of a container. */
    String in(String service, int number, String... command) {
        return docker.run(Stream.concat(Stream.of("exec", container(service, number)), Stream.of(command))
                .toList());
    }

    /** Everything of this project that Docker knows: containers, volumes and networks. */
    List<String> remains() {
        String ofProject = "label=com.docker.compose.project=" + project;
        return Stream.of(
                        docker.run("ps", "--all", "--quiet", "--filter", ofProject),
                        docker.run("volume", "ls", "--quiet", "--filter", ofProject),
                        docker.run("network", "ls", "--quiet", "--filter", ofProject))
                .flatMap(String::lines)
                .toList();
    }

    String logs() {
        return compose("logs", "--no-color", "--tail", "50");
    }

    @Override
    public void close() {
        compose("down", "--volumes");
    }

    private String container(String service, int number) {
        return "%s-%s-%d".formatted(project, service, number);
    }

    private String compose(String... words) {
        List<String> command = new ArrayList<>(List.of("compose", "--project-name", project, "--profile", "cluster"));
        command.addAll(List.of(words));
        return docker.run(command);
    }
}
