package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.benchmarks.measure.Progress;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The containers of {@code docker-compose.yml}, with as many instances as it has, behind its proxy. */
public final class ComposeServers implements Servers {

    /** Always the same, so that what a killed run has left is found. */
    private static final String PROJECT = "order-sync-benchmarks";

    private static final String JMX = "WORKER_JMX_PORT";

    private final ComposeProject project = new ComposeProject(
                    PROJECT, "--file", "docker-compose.yml", "--file", "benchmarks/compose.yml", "--profile", "accept")
            .with("ORDER_SYNC_TAG", "benchmarks")
            .publish(JMX);
    private final OnlyRun alone = new OnlyRun(PROJECT);
    private final Progress progress;
    private final Thread atExit = new Thread(this::endAtOnce, "compose-at-exit");
    private final Database database = new Database(
            () -> "jdbc:mariadb://127.0.0.1:%d/mydb".formatted(project.port("MARIADB_PORT")), project::password);

    private ComposeServers(Progress progress) {
        this.progress = progress;
    }

    /**
     * Builds the images and starts everything but the keeper, which would register the system's own sink.
     *
     * @throws IllegalStateException if another run is at it, or the containers do not become healthy
     */
    public static ComposeServers open(Progress progress) {
        ComposeServers servers = new ComposeServers(progress);
        servers.alone.lock();
        Runtime.getRuntime().addShutdownHook(servers.atExit);
        try {
            servers.begin();
            return servers;
        } catch (RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    private void begin() {
        if (!project.remains().isEmpty()) {
            progress.begin("Removing what another run has left");
            project.close();
            progress.end("done");
        }
        progress.begin("Building images and starting containers; the first time this takes minutes");
        project.up("--build", "mariadb", "kafka", "connect", "order-service", "catalog-service", "proxy");
        progress.end("ready");
    }

    @Override
    public String kind() {
        return "compose";
    }

    @Override
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("JDK", Home.jdk());
        versions.put(
                "JDK in containers",
                project.in("order-service", 1, "java", "--version")
                        .lines()
                        .findFirst()
                        .orElseThrow());
        versions.put("images", String.join(" ", project.images()));
        return versions;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + project.port("KAFKA_PORT");
    }

    @Override
    public String workerUrl() {
        return project.url("CONNECT_PORT");
    }

    @Override
    public String ordersUrl() {
        return project.url("ORDERS_PORT");
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Map<String, Meter> meters() {
        Map<String, Meter> meters = new LinkedHashMap<>();
        Stream.of("proxy", "order-service", "catalog-service", "connect", "kafka", "mariadb")
                .forEach(service -> meters.put(service, ContainerMeter.of(project, service)));
        return meters;
    }

    @Override
    public void collectGarbage() throws IOException {
        RemoteGarbage.collect(project.port(JMX));
    }

    @Override
    public void stopTheRest() {
        project.stop("proxy", "order-service", "catalog-service", "connect");
    }

    @Override
    public OrderServer startOrderServer(String log) {
        return ComposeOrderServer.start(project, log);
    }

    @Override
    public void close() {
        keepLogs();
        progress.begin("Removing the containers");
        remove();
        progress.end("done");
        alone.unlock();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs already
        }
    }

    /** Of stages that have failed, too: with the containers their reason would be gone. */
    private void keepLogs() {
        try {
            Files.writeString(Home.module().resolve("target/compose.log"), project.logs());
        } catch (IOException | RuntimeException e) {
            progress.say("What the containers have said could not be kept: " + e.getMessage());
        }
    }

    /** On Ctrl-C and SIGTERM, while another thread may be waiting for containers. */
    private void endAtOnce() {
        project.interrupt();
        remove();
    }

    private synchronized void remove() {
        project.close();
    }
}
