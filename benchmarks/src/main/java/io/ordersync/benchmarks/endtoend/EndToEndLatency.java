package io.ordersync.benchmarks.endtoend;

import io.ordersync.benchmarks.measure.Latencies;
import io.ordersync.benchmarks.measure.OpenLoop;
import io.ordersync.benchmarks.servers.OrderClient;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Measures an order on its whole path: POST, topic, decision, topic, sink, row. */
final class EndToEndLatency {

    private static final int PRODUCTS = 1000;
    private static final int WARM_UP_CONCURRENCY = 8;

    private final BenchmarkRun run;
    private final OrderClient client;
    private final Latencies acceptLatencies = new Latencies();

    EndToEndLatency(BenchmarkRun run) {
        this.run = run;
        this.client = new OrderClient(run.servers().ordersUrl(), run.servers().token());
    }

    /** Places a few orders at a time, so that no queue builds up while the code of the servers is not compiled yet. */
    void warmUp(int orders) throws Exception {
        for (int number = 0; number < orders; number += WARM_UP_CONCURRENCY) {
            CompletableFuture.allOf(IntStream.range(number, number + WARM_UP_CONCURRENCY)
                            .mapToObj(each -> client.place(each, PRODUCTS))
                            .toArray(CompletableFuture<?>[]::new))
                    .get();
        }
    }

    /** Measures from the time at which an order should be sent to its confirmed row. */
    LatencySummary measure(OpenLoop load) throws Exception {
        try (RowWatcher watcher = new RowWatcher(run.servers().database())) {
            Queue<CompletableFuture<?>> sent = new ConcurrentLinkedQueue<>();
            load.run((number, due) -> sent.add(client.place(number, PRODUCTS).thenAccept(order -> {
                acceptLatencies.add(System.nanoTime() - due);
                watcher.expect(order, due);
            })));
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).get();
            watcher.await(load.steps());
            return LatencySummary.of(watcher.latencies());
        }
    }

    /** The part that the client waits for: from the time at which an order should be sent to the 201. */
    LatencySummary acceptLatency() {
        return LatencySummary.of(acceptLatencies);
    }
}
