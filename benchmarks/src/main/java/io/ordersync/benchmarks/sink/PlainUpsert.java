package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.OrderRows;
import io.ordersync.benchmarks.servers.RowMeter;
import io.ordersync.contract.OrderRecord;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The limit: the same rows and the same statement, from memory, with as many threads and connections as tasks. */
record PlainUpsert(Database database, List<OrderRecord> orders, int threads) implements Contender {

    static final String NAME = "limit";
    private static final int BATCH = 2000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double measure() throws Exception {
        database.empty("orders");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (RowMeter meter = new RowMeter(database)) {
            List<Future<Void>> writers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                writers.add(pool.submit(writer(thread)));
            }
            double rate = meter.await(orders.size());
            for (Future<Void> writer : writers) {
                writer.get();
            }
            database.await("orders", orders.size());
            return rate;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Batches take turns, as partitions do: every thread writes ids from the whole span of time. */
    private Callable<Void> writer(int thread) {
        return () -> {
            try (Connection connection = database.connect("orders_sink")) {
                connection.setAutoCommit(false);
                for (int from = thread * BATCH; from < orders.size(); from += threads * BATCH) {
                    OrderRows.upsert(connection, orders.subList(from, Math.min(from + BATCH, orders.size())), from);
                }
                return null;
            }
        };
    }
}
