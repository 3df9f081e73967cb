package io.ordersync.benchmarks.way;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Latencies;
import io.ordersync.benchmarks.servers.OrderClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** POST, topic, decision, topic, sink, row. */
final class WholeWay {

    private static final int PRODUCTS = 1000;

    private final Run run;
    private final OrderClient client;
    private final Latencies accept = new Latencies();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    WholeWay(Run run) {
        this.run = run;
        this.client = new OrderClient(run.servers().stack().orderService(1).url());
    }

    /** From when an order should be sent to its confirmed row. */
    Times travel(Pace pace) throws Exception {
        try (RowWatch watch = new RowWatch(run.servers().database())) {
            pace.keep((number, due) -> client.place(number, PRODUCTS).whenComplete((order, failure) -> {
                if (failure != null) {
                    failures.add(failure);
                    return;
                }
                accept.add(System.nanoTime() - due);
                watch.expect(order, due);
            }));
            watch.await(pace.steps());
            return Times.of(watch.latencies());
        } finally {
            if (!failures.isEmpty()) {
                run.progress().say(failures.size() + " orders were not accepted, first: " + failures.peek());
            }
        }
    }

    /** The part of it that the client waits for. */
    Times accepted() {
        return Times.of(accept);
    }
}
