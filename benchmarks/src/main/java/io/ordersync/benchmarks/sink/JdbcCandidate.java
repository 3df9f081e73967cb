package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.data.OrderInserts;
import io.ordersync.benchmarks.data.RowRateMeter;
import io.ordersync.benchmarks.data.StagedOrders;
import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.contract.OrderRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same rows with the same guard in plain JDBC, from memory, with as many threads and connections as there are tasks. */
record JdbcCandidate(String name, Way way, BenchmarkDatabase database, List<OrderRecord> orders, int threads)
        implements Candidate {

    private static final int BATCH = 2000;

    /** A way to write a batch in one transaction. */
    interface Way {

        void write(Connection connection, List<OrderRecord> batch) throws SQLException;

        /** Prepares a connection. */
        default void prepare(Connection connection) throws SQLException {}
    }

    /** {@code LOAD DATA LOCAL} into a temporary table, and one {@code INSERT … SELECT}. */
    private static final class Staging implements Way {

        @Override
        public void prepare(Connection connection) throws SQLException {
            StagedOrders.prepare(connection);
        }

        @Override
        public void write(Connection connection, List<OrderRecord> batch) throws SQLException {
            StagedOrders.upsert(connection, batch);
        }
    }

    static JdbcCandidate staging(BenchmarkDatabase database, List<OrderRecord> orders, int threads) {
        return new JdbcCandidate("limit", new Staging(), database, orders, threads);
    }

    static JdbcCandidate multiRow(BenchmarkDatabase database, List<OrderRecord> orders, int threads) {
        return new JdbcCandidate("multi-row JDBC", OrderInserts::upsert, database, orders, threads);
    }

    @Override
    public double measure() throws Exception {
        database.truncate("orders");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (RowRateMeter meter = new RowRateMeter(database, "orders")) {
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
                way.prepare(connection);
                for (int from = thread * BATCH; from < orders.size(); from += threads * BATCH) {
                    way.write(connection, orders.subList(from, Math.min(from + BATCH, orders.size())));
                }
                return null;
            }
        };
    }
}
