package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A container of order-service as {@code benchmarks/compose.yml} describes it, with one bean replaced. It is reached at
 * the container's own address: what Docker puts before a published port on 127.0.0.1 is a process that would be measured
 * too, and that ends for good when it has no file descriptor left for a connection.
 */
record ComposeOrderServer(ComposeProject project, String log) implements OrderServer {

    private static final int PORT = 8081;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    static OrderServer start(ComposeProject project, String log) {
        ComposeOrderServer server = new ComposeOrderServer(project, log);
        project.start(server.service());
        return server;
    }

    @Override
    public String url() {
        return "http://%s:%d".formatted(address(), PORT);
    }

    @Override
    public Meter meter() {
        return new ContainerMeter(project, service(), 1);
    }

    /** @throws IllegalStateException if it does not become healthy, or is not to be reached from here */
    @Override
    public void awaitReady() {
        project.up("--no-deps", service());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), PORT), CONNECT_TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The container's address %s cannot be reached: this needs a Docker engine on this machine itself, not in a virtual one"
                            .formatted(address()),
                    e);
        }
    }

    @Override
    public void close() {
        project.stop(service());
    }

    private String address() {
        return project.address(service(), 1);
    }

    private String service() {
        return "order-service-" + log;
    }
}
