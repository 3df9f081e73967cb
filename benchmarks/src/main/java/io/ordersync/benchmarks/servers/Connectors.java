package io.ordersync.benchmarks.servers;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.RequestRefused;
import io.ordersync.connect.client.WorkerRebalancing;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Starts and deletes connectors, and waits until that has happened. */
public final class Connectors {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final ConnectClient connect;

    public Connectors(String url) {
        connect = new ConnectClient(url, PATIENCE);
    }

    /** The version of the worker, and of Kafka. */
    public String version() throws IOException, InterruptedException {
        return connect.version();
    }

    /** Whether the worker has a plugin with this connector. */
    public boolean know(String connectorClass) throws IOException, InterruptedException {
        return connect.plugins().contains(connectorClass);
    }

    /** Starts a connector under a new name, with a consumer group of its own, and returns when its tasks run. */
    public void start(String name, Map<String, String> config) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isAccepted(name, config)) {
            pause(deadline, "the worker is not ready for " + name);
        }
        while (!isRunning(name, Integer.parseInt(config.get("tasks.max")))) {
            pause(deadline, name + " does not start");
        }
    }

    /** Deletes a connector and returns when its tasks are gone. */
    public void delete(String name) throws IOException, InterruptedException {
        connect.delete(name);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (connect.status(name).isPresent()) {
            pause(deadline, name + " does not end");
        }
    }

    /** False while the worker starts, when it answers 404, and while it rebalances. */
    private boolean isAccepted(String name, Map<String, String> config) throws IOException, InterruptedException {
        try {
            connect.put(name, config);
            return true;
        } catch (WorkerRebalancing e) {
            return false;
        } catch (RequestRefused e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    /** @throws IOException if a task has failed, with the reason */
    private boolean isRunning(String name, int tasks) throws IOException, InterruptedException {
        Optional<ConnectorStatus> status = connect.status(name);
        if (status.isPresent() && !status.get().failed().isEmpty()) {
            throw new IOException(name + " has failed: " + status.get().summary());
        }
        return status.isPresent()
                && status.get().isRunning()
                && status.get().tasks().size() == tasks;
    }

    private static void pause(long deadline, String trouble) throws IOException, InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new IOException(trouble);
        }
        Thread.sleep(PAUSE_MILLIS);
    }
}
