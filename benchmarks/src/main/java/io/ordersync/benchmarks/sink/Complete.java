package io.ordersync.benchmarks.sink;

import io.ordersync.benchmarks.servers.Database;
import java.sql.SQLException;

/** Fast is no merit where rows are missing. */
final class Complete {

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long PAUSE_MILLIS = 50;

    private Complete() {}

    /** Waits for the last transaction, which is still open when the server has been handed the last row. */
    static void await(Database database, long expected) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long there = database.count("orders");
        while (there != expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d rows instead of %d".formatted(there, expected));
            }
            Thread.sleep(PAUSE_MILLIS);
            there = database.count("orders");
        }
    }
}
