package io.ordersync.benchmarks.way;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Latencies;
import io.ordersync.benchmarks.servers.OrderClient;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** POST, topic, decision, topic, sink, row. */
final class WholeWay {

    private static final int PRODUCTS = 1000;
    private static final int WARM_UP_AT_ONCE = 8;

    private final Run run;
    private final OrderClient client;
    private final Latencies accept = new Latencies();

    WholeWay(Run run) {
        this.run = run;
        this.client = new OrderClient(run.servers().ordersUrl());
    }

    /** Few orders at once: no queue builds up before a server is compiled, however long a slow machine needs for that. */
    void warmUp(int orders) throws Exception {
        for (int number = 0; number < orders; number += WARM_UP_AT_ONCE) {
            CompletableFuture.allOf(IntStream.range(number, number + WARM_UP_AT_ONCE)
                            .mapToObj(each -> client.place(each, PRODUCTS))
                            .toArray(CompletableFuture<?>[]::new))
                    .get();
        }
    }

    /** From when an order should be sent to its confirmed row. */
    Times travel(Pace pace) throws Exception {
        try (RowWatch watch = new RowWatch(run.servers().database())) {
            Queue<CompletableFuture<?>> sent = new ConcurrentLinkedQueue<>();
            pace.keep((number, due) -> sent.add(client.place(number, PRODUCTS).thenAccept(order -> {
                accept.add(System.nanoTime() - due);
                watch.expect(order, due);
            })));
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).get();
            watch.await(pace.steps());
            return Times.of(watch.latencies());
        }
    }

    /** The part of it that the client waits for. */
    Times accepted() {
        return Times.of(accept);
    }
}
