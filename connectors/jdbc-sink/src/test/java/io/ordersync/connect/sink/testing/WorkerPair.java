package io.ordersync.connect.sink.testing;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.stack.testing.connect.ExtraWorker;
import io.ordersync.stack.testing.connect.TestStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Two workers of one group: one of them runs the task of a connector, and the other one takes over. */
public final class WorkerPair implements AutoCloseable {

    private final List<ExtraWorker> workers;

    public WorkerPair(Path folder) {
        String group = "pair-" + UUID.randomUUID();
        String servers = TestStack.running().bootstrapServers();
        workers = Stream.generate(() -> new ExtraWorker(group, servers, folder))
                .limit(2)
                .toList();
        await().until(() -> workers.stream().allMatch(ExtraWorker::isReady));
    }

    /** A worker refuses while it rebalances. */
    public void register(String connector, Map<String, String> config) {
        await().ignoreExceptions().untilAsserted(() -> connect().put(connector, config));
    }

    /** Returns the worker that runs the only task of a connector. */
    public ExtraWorker runnerOf(String connector) throws Exception {
        String id = connect().status(connector).orElseThrow().tasks().get(0).worker();
        return workers.get(workers.get(0).id().equals(id) ? 0 : 1);
    }

    public void thawAndDelete(String connector) {
        workers.forEach(ExtraWorker::thaw);
        await().ignoreExceptions().untilAsserted(() -> connect().delete(connector));
    }

    private ConnectClient connect() {
        return workers.get(0).connect();
    }

    @Override
    public void close() {
        workers.forEach(ExtraWorker::close);
    }
}
