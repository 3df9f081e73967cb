package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Progress;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.Part;
import java.util.stream.Stream;

/** An own stack on free ports, all of it: what a stage does not use is idle, which costs no time. */
public final class Servers implements AutoCloseable {

    private final LocalStack stack;
    private final Progress progress;
    private final Database database;

    private Servers(Progress progress, boolean fullJit) {
        this.stack = LocalStack.forBenchmarks("benchmarks", fullJit, Home.plugins());
        this.progress = progress;
        this.database = new Database(stack.mariaDb());
    }

    /** Starts everything but connectors; the services make their tables and the topics. */
    public static Servers open(Progress progress, boolean fullJit) {
        Servers servers = new Servers(progress, fullJit);
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

    public LocalStack stack() {
        return stack;
    }

    public Database database() {
        return database;
    }

    /** Leaves nothing but MariaDB and Kafka, for good. */
    public void stopTheRest() {
        Stream.<Part>of(stack.orderService(1), stack.catalogService(1), stack.worker())
                .filter(Part::isAlive)
                .forEach(Part::stop);
    }

    @Override
    public void close() {
        progress.begin("Stopping");
        stack.close();
        progress.end("done");
    }
}
