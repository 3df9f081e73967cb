package io.ordersync.benchmarks.servers.compose;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.measure.ProgressLog;
import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.benchmarks.servers.OrderServer;
import io.ordersync.benchmarks.servers.OrderServiceVariant;
import io.ordersync.connect.client.ConnectClient;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The servers as containers: those of {@code docker-compose.yml}, with its number of instances and its proxy. */
public final class ComposeServers implements BenchmarkServers {

    /** The name is always the same, so that a run finds the containers that a killed run has left. */
    private static final String PROJECT = "order-sync-benchmarks";

    private static final String JMX = "WORKER_JMX_PORT";

    private final ComposeProject project = new ComposeProject(
                    PROJECT, "--file", "docker-compose.yml", "--file", "benchmarks/compose.yml", "--profile", "accept")
            .with("ORDER_SYNC_TAG", "benchmarks")
            .publish(JMX);
    private final SingleRunLock lock = new SingleRunLock(PROJECT);
    private final ProgressLog progress;
    private final Thread atExit = new Thread(this::stopAtExit, "compose-at-exit");
    private final Path authority = BenchmarkFolders.target().resolve("compose-ca.pem");
    private final BenchmarkDatabase database = new BenchmarkDatabase(
            () -> new Address("127.0.0.1", project.port("MARIADB_PORT")).jdbcUrl("mydb", authority), project::password);

    private ComposeServers(ProgressLog progress) {
        this.progress = progress;
    }

    /**
     * Builds the images and starts everything but the keeper, which would register the system's own sink.
     *
     * @throws IllegalStateException if another run uses the containers, or they do not become healthy
     */
    public static ComposeServers open(ProgressLog progress) {
        ComposeServers servers = new ComposeServers(progress);
        servers.lock.acquire();
        Runtime.getRuntime().addShutdownHook(servers.atExit);
        try {
            servers.startAll();
            return servers;
        } catch (RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    private void startAll() {
        if (!project.remains().isEmpty()) {
            progress.begin("Removing the containers of an earlier run");
            project.close();
            progress.end("done");
        }
        progress.begin("Building images and starting containers; the first time this takes minutes");
        project.up("--build", "mariadb", "kafka", "connect", "order-service", "catalog-service", "proxy");
        project.authority(authority);
        progress.end("ready");
    }

    @Override
    public String kind() {
        return "compose";
    }

    @Override
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
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
    public ConnectClient worker() {
        return new ConnectClient(project.url("CONNECT_PORT"), WORKER_TIMEOUT).withToken(project.restToken());
    }

    @Override
    public String ordersUrl() {
        return project.url("ORDERS_PORT");
    }

    @Override
    public String token() {
        return project.token("user-1");
    }

    @Override
    public BenchmarkDatabase database() {
        return database;
    }

    @Override
    public Map<String, ResourceMeter> meters() {
        Map<String, ResourceMeter> meters = new LinkedHashMap<>();
        Stream.of("proxy", "order-service", "catalog-service", "connect", "kafka", "mariadb")
                .forEach(service -> meters.put(service, ContainerMeter.of(project, service)));
        return meters;
    }

    @Override
    public void collectGarbage() throws IOException {
        JmxGarbageCollection.run(project.port(JMX));
    }

    @Override
    public void stopServicesAndWorker() {
        project.stop("proxy", "order-service", "catalog-service", "connect");
    }

    @Override
    public OrderServer startOrderServer(OrderServiceVariant variant) {
        return ComposeOrderServer.start(project, variant);
    }

    @Override
    public void close() {
        keepLogs();
        progress.begin("Removing the containers");
        remove();
        progress.end("done");
        lock.release();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs already
        }
    }

    /** Keeps the end of every log. Otherwise the reason of a failure would be deleted with the containers. */
    private void keepLogs() {
        try {
            Files.writeString(BenchmarkFolders.target().resolve("compose.log"), project.logs());
        } catch (IOException | RuntimeException e) {
            progress.report("The logs of the containers could not be written: " + e.getMessage());
        }
    }

    /** Runs on Ctrl-C and SIGTERM, while another thread may be waiting for containers. */
    private void stopAtExit() {
        project.interrupt();
        remove();
    }

    private synchronized void remove() {
        project.close();
    }
}
