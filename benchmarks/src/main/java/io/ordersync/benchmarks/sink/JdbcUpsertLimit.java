package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.data.OrderInserts;
import io.ordersync.benchmarks.data.RowRateMeter;
import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.contract.OrderRecord;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The limit: the same rows in the same statement, from memory, with as many threads and connections as there are tasks. */
record JdbcUpsertLimit(BenchmarkDatabase database, List<OrderRecord> orders, int threads) implements Candidate {

    static final String NAME = "limit";
    private static final int BATCH = 2000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double measure() throws Exception {
        database.truncate("orders");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (RowRateMeter meter = new RowRateMeter(database)) {
            List<Future<Void>> writers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                writers.add(pool.submit(writer(thread)));
            }
            double rate = meter.awaitRate(orders.size());
            for (Future<Void> writer : writers) {
                writer.get();
            }
            database.awaitCount("orders", orders.size());
            return rate;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Threads take batches in turn, as tasks take partitions. So each thread writes ids of the whole span of time. */
    private Callable<Void> writer(int thread) {
        return () -> {
            try (Connection connection = database.connect("orders_sink")) {
                connection.setAutoCommit(false);
                for (int from = thread * BATCH; from < orders.size(); from += threads * BATCH) {
                    OrderInserts.upsert(connection, orders.subList(from, Math.min(from + BATCH, orders.size())));
                }
                return null;
            }
        };
    }
}
