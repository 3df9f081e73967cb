package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.benchmarks.measure.ProcessMeter;
import io.ordersync.benchmarks.measure.Progress;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processes of this machine, as {@code ./run} starts them. */
public final class ProcessServers implements Servers {

    private final LocalStack stack;
    private final Progress progress;
    private final boolean fullJit;
    private final Database database;

    private ProcessServers(Progress progress, boolean fullJit) {
        this.stack = TestStacks.forBenchmarks("benchmarks", fullJit, Home.plugins());
        this.progress = progress;
        this.fullJit = fullJit;
        MariaDb mariaDb = stack.mariaDb();
        this.database = new Database(mariaDb::jdbcUrl, mariaDb::password);
    }

    /**
     * Starts everything but connectors; the services make their tables and the topics.
     *
     * @param fullJit whether the services have the JVM's second compiler
     */
    public static ProcessServers open(Progress progress, boolean fullJit) {
        ProcessServers servers = new ProcessServers(progress, fullJit);
        try {
            servers.begin();
            return servers;
        } catch (RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    /** One after another: side by side they would only take the cores from each other. */
    private void begin() {
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
        return Map.of("JDK", Home.jdk());
    }

    @Override
    public String bootstrapServers() {
        return stack.broker().bootstrapServers();
    }

    @Override
    public String workerUrl() {
        return stack.worker().url();
    }

    @Override
    public String ordersUrl() {
        return stack.orderService(1).url();
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Map<String, Meter> meters() {
        Map<String, Meter> meters = new LinkedHashMap<>();
        Stream.<Part>of(stack.orderService(1), stack.catalogService(1), stack.worker(), stack.broker(), stack.mariaDb())
                .forEach(part -> meters.put(part.name(), new ProcessMeter(part.pid())));
        return meters;
    }

    @Override
    public void collectGarbage() throws IOException, InterruptedException {
        Garbage.collect(stack.worker());
    }

    @Override
    public void stopTheRest() {
        Stream.<Part>of(stack.orderService(1), stack.catalogService(1), stack.worker())
                .filter(Part::isAlive)
                .forEach(Part::stop);
    }

    @Override
    public OrderServer startOrderServer(String log) throws IOException {
        return ProcessOrderServer.start(log, stack, fullJit);
    }

    @Override
    public void close() {
        progress.begin("Stopping");
        stack.close();
        progress.end("done");
    }
}
