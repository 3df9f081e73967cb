package io.ordersync.benchmarks.servers.process;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.measure.ProgressLog;
import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.benchmarks.servers.OrderServer;
import io.ordersync.benchmarks.servers.OrderServiceVariant;
import io.ordersync.connect.client.ConnectClient;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.jvm.Jcmd;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The servers as processes of this machine, as {@code ./run} starts them. */
public final class ProcessServers implements BenchmarkServers {

    private final LocalStack stack;
    private final ProgressLog progress;
    private final boolean fullJit;
    private final BenchmarkDatabase database;

    private ProcessServers(ProgressLog progress, boolean fullJit) {
        this.stack = TestStacks.forBenchmarks("benchmarks", fullJit, BenchmarkFolders.plugins());
        this.progress = progress;
        this.fullJit = fullJit;
        MariaDb mariaDb = stack.mariaDb();
        this.database = new BenchmarkDatabase(mariaDb::jdbcUrl, mariaDb::password);
    }

    /**
     * Starts everything but connectors. The services create their tables and the topics.
     *
     * @param fullJit whether the services have the JVM's second compiler
     */
    public static ProcessServers open(ProgressLog progress, boolean fullJit) {
        ProcessServers servers = new ProcessServers(progress, fullJit);
        try {
            servers.startAll();
            return servers;
        } catch (RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    /** Starts one server after another. Started together they would compete for the cores. */
    private void startAll() {
        Stream.<Part>of(stack.mariaDb(), stack.broker(), stack.worker(), stack.orderService(1), stack.catalogService(1))
                .forEach(this::start);
    }

    private void start(Part part) {
        progress.begin("Starting " + part.name());
        stack.start(part);
        progress.end("ready");
    }

    @Override
    public String kind() {
        return "processes";
    }

    @Override
    public Map<String, String> versions() {
        return Map.of();
    }

    @Override
    public String bootstrapServers() {
        return stack.broker().bootstrapServers();
    }

    @Override
    public ConnectClient worker() {
        return stack.worker().connect(WORKER_TIMEOUT);
    }

    @Override
    public String ordersUrl() {
        return stack.orderService(1).url();
    }

    @Override
    public String token() {
        return stack.tokens().issue("user-1");
    }

    @Override
    public BenchmarkDatabase database() {
        return database;
    }

    @Override
    public Map<String, ResourceMeter> meters() {
        Map<String, ResourceMeter> meters = new LinkedHashMap<>();
        Stream.<Part>of(stack.orderService(1), stack.catalogService(1), stack.worker(), stack.broker(), stack.mariaDb())
                .forEach(part -> meters.put(part.name(), new ProcessMeter(part.pid())));
        return meters;
    }

    @Override
    public void collectGarbage() throws IOException, InterruptedException {
        Jcmd.execute(stack.worker().pid(), "GC.run");
    }

    @Override
    public void stopServicesAndWorker() {
        Stream.<Part>of(stack.orderService(1), stack.catalogService(1), stack.worker())
                .filter(Part::isAlive)
                .forEach(Part::stop);
    }

    @Override
    public OrderServer startOrderServer(OrderServiceVariant variant) throws IOException {
        return ProcessOrderServer.start(variant, stack, fullJit);
    }

    @Override
    public void close() {
        progress.begin("Stopping");
        stack.close();
        progress.end("done");
    }
}
