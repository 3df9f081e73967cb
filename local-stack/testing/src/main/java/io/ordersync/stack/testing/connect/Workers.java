package io.ordersync.stack.testing.connect;

import io.ordersync.connect.client.ConnectClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two workers of one group; one that is killed is replaced. */
public final class Workers implements AutoCloseable {

    private final String group;
    private final String bootstrapServers;
    private final Path folder;
    private final List<ExtraWorker> running = new ArrayList<>();

    public Workers(String group, String bootstrapServers, Path folder) {
        this.group = group;
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
        start();
        start();
    }

    public boolean areReady() {
        return running.stream().allMatch(ExtraWorker::isReady);
    }

    /** A client of a worker that answers. */
    public ConnectClient connect() {
        return running.stream()
                .filter(ExtraWorker::isReady)
                .findFirst()
                .orElseThrow()
                .connect();
    }

    public void killTheOldest() {
        running.remove(0).close();
        start();
    }

    private void start() {
        running.add(new ExtraWorker(group, bootstrapServers, folder));
    }

    @Override
    public void close() {
        running.forEach(ExtraWorker::close);
    }
}
