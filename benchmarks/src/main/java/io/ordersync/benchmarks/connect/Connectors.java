package io.ordersync.benchmarks.connect;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.RequestRefused;
import io.ordersync.connect.client.WorkerRebalancing;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Starts and deletes connectors, and waits until the worker has done so. */
public final class Connectors {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 100;

    private final ConnectClient worker;

    public Connectors(ConnectClient worker) {
        this.worker = worker;
    }

    /** Whether the worker has a plugin with this connector. */
    public boolean hasPlugin(String connectorClass) throws IOException, InterruptedException {
        return worker.plugins().contains(connectorClass);
    }

    /** Creates a connector and returns when all its tasks run. */
    public void start(String name, Map<String, String> config) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!isAccepted(name, config)) {
            pause(deadline, "the worker was not ready for %s within a minute".formatted(name));
        }
        while (!isRunning(name, Integer.parseInt(config.get("tasks.max")))) {
            pause(deadline, name + " did not start within a minute");
        }
    }

    /** Deletes a connector and returns when its tasks have ended. */
    public void delete(String name) throws IOException, InterruptedException {
        worker.delete(name);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (worker.status(name).isPresent()) {
            pause(deadline, name + " did not end within a minute");
        }
    }

    /** Returns false while the worker starts, when it answers 404, and while it rebalances. */
    private boolean isAccepted(String name, Map<String, String> config) throws IOException, InterruptedException {
        try {
            worker.put(name, config);
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

    /** @throws IOException if a task has failed; the message holds the reason */
    private boolean isRunning(String name, int tasks) throws IOException, InterruptedException {
        Optional<ConnectorStatus> status = worker.status(name);
        if (status.isPresent() && !status.get().failed().isEmpty()) {
            throw new IOException("%s failed: %s".formatted(name, status.get().summary()));
        }
        return status.filter(each -> each.isRunning() && each.tasks().size() == tasks)
                .isPresent();
    }

    private static void pause(long deadline, String problem) throws IOException, InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new IOException(problem);
        }
        Thread.sleep(POLL_MILLIS);
    }
}
