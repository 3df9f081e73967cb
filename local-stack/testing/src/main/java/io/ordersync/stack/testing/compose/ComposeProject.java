package io.ordersync.stack.testing.compose;

import io.ordersync.connect.client.TokenFile;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.net.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The system of the compose file, built from this checkout, as a separate project on free ports. */
public final class ComposeProject implements AutoCloseable {

    private final Path checkout = Checkout.find().root();
    private final String name;
    private final List<String> options;
    private final FreePorts ports = new FreePorts();
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Docker docker;
    private volatile boolean interrupted;

    /**
     * Nothing is started.
     *
     * @param name of the project, and the beginning of the names of its containers
     * @param options for each {@code docker compose}, such as {@code --profile} or {@code --file}
     */
    public ComposeProject(String name, String... options) {
        this.name = name;
        this.options = List.of(options);
        this.docker = new Docker(checkout, Collections.unmodifiableMap(environment));
        EnvFile.of(checkout).ports().forEach(this::publish);
    }

    /** Why there can be no project on this machine, or nothing when there can; images may have to be pulled for it. */
    public static Optional<String> obstacle() {
        Path checkout = Checkout.find().root();
        Docker docker = new Docker(checkout, Map.of());
        return engineObstacle()
                .or(() -> EnvFile.of(checkout)
                        .images()
                        .filter(image -> !docker.succeeds("image", "inspect", image)
                                && !docker.succeeds("pull", "--quiet", image))
                        .map(image -> "the image " + image + " is neither here nor to be had")
                        .findFirst());
    }

    /** Why no container can be started on this machine, whatever its image, or nothing when it can. */
    public static Optional<String> engineObstacle() {
        Docker docker = new Docker(Checkout.find().root(), Map.of());
        if (!docker.succeeds("info")) {
            return Optional.of("no Docker engine answers");
        }
        return docker.succeeds("compose", "version") ? Optional.empty() : Optional.of("there is no docker compose");
    }

    /** Sets a variable of the compose files. */
    public ComposeProject with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Gives one more variable of the compose files a free port. */
    public ComposeProject publish(String variable) {
        return with(variable, Integer.toString(ports.of(variable)));
    }

    /** The port on 127.0.0.1 behind a variable of {@code .env}. */
    public int port(String variable) {
        return ports.of(variable);
    }

    /** The address behind a variable of {@code .env}. */
    public String url(String variable) {
        return "http://127.0.0.1:" + port(variable);
    }

    /** Starts all services, or the given ones, and returns when they are healthy. */
    public void up(String... optionsAndServices) {
        compose(Stream.concat(Stream.of("up", "--wait"), Stream.of(optionsAndServices)));
    }

    /** Starts a service whose servers are up, and does not wait for it. */
    public void start(String service) {
        compose(Stream.of("up", "--detach", "--no-deps", service));
    }

    /** Ends these services as their users would; they stay down. */
    public void stop(String... services) {
        compose(Stream.concat(Stream.of("stop"), Stream.of(services)));
    }

    /** Ends a container as a power cut would, and nobody starts it again. */
    public void kill(String service, int number) {
        docker.run(List.of("kill", container(service, number)));
    }

    /** Executes a command in the container with the given number of a service, and returns its output. */
    public String in(String service, int number, String... command) {
        return docker.run(Stream.concat(Stream.of("exec", container(service, number)), Stream.of(command))
                .toList());
    }

    /** The address of a container, of those with this service the given number, in the network of this project. */
    public String address(String service, int number) {
        return docker.run(List.of(
                        "inspect",
                        "--format",
                        "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
                        container(service, number)))
                .strip();
    }

    /** How many containers of a service run. */
    public int instances(String service) {
        return Math.toIntExact(
                compose(Stream.of("ps", "--quiet", service)).lines().count());
    }

    /** The password that was made for a login of the database. */
    public String password(String login) {
        return passwords.computeIfAbsent(
                login,
                any -> compose(Stream.of("run", "--rm", "--no-deps", "-T", "set-up", "password", login))
                        .strip());
    }

    /** A file with the token of the workers' REST interface, which only its owner reads, until the end of this JVM. */
    public TokenFile restToken() {
        try {
            Path file = Files.createTempFile(name, ".token");
            file.toFile().deleteOnExit();
            return new TokenFile(Files.writeString(file, password("connect_rest")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token for the services, made as a user of the containers makes it. */
    public String token(String user, String... roles) {
        Stream<String> command = Stream.of("run", "--rm", "--no-deps", "-T", "set-up", "token", user);
        Stream<String> options = Stream.of(roles).flatMap(role -> Stream.of("--role", role));
        return compose(Stream.concat(command, options)).strip();
    }

    /** The certificate that clients of this project's servers trust, written to a file. */
    public Path authority(Path file) {
        try {
            return Files.writeString(file, compose(Stream.of("run", "--rm", "--no-deps", "-T", "set-up", "authority")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The images that ours are built from and the others are, as {@code .env} names them. */
    public List<String> images() {
        return EnvFile.of(checkout).images().toList();
    }

    /** Everything of this project that Docker knows: containers, volumes and networks. */
    public List<String> remains() {
        String ofProject = "label=com.docker.compose.project=" + name;
        return Stream.of(
                        List.of("ps", "--all", "--quiet", "--filter", ofProject),
                        List.of("volume", "ls", "--quiet", "--filter", ofProject),
                        List.of("network", "ls", "--quiet", "--filter", ofProject))
                .map(docker::run)
                .flatMap(String::lines)
                .toList();
    }

    /** Interrupts the running commands, so that {@link #close()} can remove everything when this JVM is ending. */
    public void interrupt() {
        interrupted = true;
        docker.endAll();
    }

    /** The end of what every container has to say. */
    public String logs() {
        return compose(Stream.of("logs", "--no-color", "--tail", "50"));
    }

    /** Kills the containers and removes everything, the data included. */
    @Override
    public void close() {
        composeAnyway(Stream.of("down", "--volumes", "--remove-orphans", "--timeout", "0"));
    }

    private String container(String service, int number) {
        return "%s-%s-%d".formatted(name, service, number);
    }

    /** @throws IllegalStateException if it fails, or if the project was interrupted */
    private String compose(Stream<String> words) {
        if (interrupted) {
            throw new IllegalStateException("interrupted");
        }
        return composeAnyway(words);
    }

    private String composeAnyway(Stream<String> words) {
        Stream<String> project = Stream.concat(Stream.of("compose", "--project-name", name), options.stream());
        return docker.run(Stream.concat(project, words).toList());
    }
}
