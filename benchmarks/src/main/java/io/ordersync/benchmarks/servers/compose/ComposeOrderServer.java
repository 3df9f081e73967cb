package io.ordersync.benchmarks.servers.compose;

import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.benchmarks.servers.OrderServer;
import io.ordersync.benchmarks.servers.OrderServiceVariant;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A container of order-service that {@code benchmarks/compose.yml} describes, with one bean more. Requests go to the
 * address of the container. Docker's proxy for published ports would be measured too, and it ends for good when it has no
 * file descriptor left.
 */
record ComposeOrderServer(ComposeProject project, OrderServiceVariant variant) implements OrderServer {

    private static final int PORT = 8081;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    static OrderServer start(ComposeProject project, OrderServiceVariant variant) {
        ComposeOrderServer server = new ComposeOrderServer(project, variant);
        project.start(server.service());
        return server;
    }

    @Override
    public String url() {
        return "http://%s:%d".formatted(address(), PORT);
    }

    @Override
    public ResourceMeter meter() {
        return new ContainerMeter(project, service(), 1);
    }

    /** @throws IllegalStateException if the container does not become healthy, or its address cannot be reached */
    @Override
    public void awaitReady() {
        project.up("--no-deps", service());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), PORT), CONNECT_TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The container's address %s cannot be reached. Use a Docker engine that runs on this machine itself."
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
        return "order-service-" + variant.label();
    }
}
