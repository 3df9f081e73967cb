package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.stack.compose.ComposeProject;
import java.util.Locale;

/** A container of order-service as {@code benchmarks/compose.yml} describes it, with one bean replaced. */
record ComposeOrderServer(ComposeProject project, String log) implements OrderServer {

    static OrderServer start(ComposeProject project, String log) {
        ComposeOrderServer server = new ComposeOrderServer(project, log);
        project.start(server.service());
        return server;
    }

    @Override
    public String url() {
        return project.url(log.toUpperCase(Locale.ROOT) + "_PORT");
    }

    @Override
    public Meter meter() {
        return new ContainerMeter(project, service(), 1);
    }

    @Override
    public void awaitReady() {
        project.up("--no-deps", service());
    }

    @Override
    public void close() {
        project.stop(service());
    }

    private String service() {
        return "order-service-" + log;
    }
}
