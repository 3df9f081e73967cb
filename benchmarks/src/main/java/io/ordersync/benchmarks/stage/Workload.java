package io.ordersync.benchmarks.stage;

import io.ordersync.benchmarks.measure.OpenLoop;
import java.util.Locale;

/**
 * The amount of work of one run.
 *
 * @param warmUpRounds rounds before the first one that counts
 * @param sinkRecords records in the topic that the sink reads
 */
public record Workload(
        String name,
        int warmUpRounds,
        Accept accept,
        int sinkRecords,
        Decide decide,
        EndToEnd endToEnd,
        Source source,
        Cost cost) {

    /** Published figures come from this workload. */
    public static final Workload FULL = new Workload(
            "full",
            1,
            new Accept(64, 20, 300_000),
            300_000,
            new Decide(200_000, 5_000),
            new EndToEnd(200, 30),
            new Source(1_000_000, new OpenLoop(200, 10)),
            new Cost(20_000, 10_000, 1_000_000));

    /** Gives a first impression. */
    public static final Workload QUICK = new Workload(
            "quick",
            1,
            new Accept(64, 5, 60_000),
            60_000,
            new Decide(40_000, 1_000),
            new EndToEnd(200, 8),
            new Source(100_000, new OpenLoop(200, 5)),
            new Cost(4_000, 10_000, 200_000));

    /** Shows that every stage works. */
    public static final Workload SMOKE = new Workload(
            "smoke",
            0,
            new Accept(8, 1, 0),
            2_000,
            new Decide(1_000, 20),
            new EndToEnd(40, 1),
            new Source(2_000, new OpenLoop(40, 1)),
            new Cost(60, 100, 1_000));

    /**
     * The load on order-service.
     *
     * @param connections clients at the peak
     * @param seconds length of one phase
     * @param warmUpOrders orders that a server answers at its peak before the first round that counts, if time allows
     */
    public record Accept(int connections, int seconds, int warmUpOrders) {}

    /**
     * The orders that are decided.
     *
     * @param backlog orders in the backlog of catalog-service, and of the limit
     * @param singleOrders orders that the alternative decides one by one
     */
    public record Decide(int backlog, int singleOrders) {}

    /** The orders that are followed from POST to row. */
    public record EndToEnd(int ordersPerSecond, int seconds) {}

    /**
     * The table that the polling source reads.
     *
     * @param rows rows in the table before its first read
     * @param trickle rows that are inserted one by one
     */
    public record Source(int rows, OpenLoop trickle) {}

    /**
     * The orders whose cost is measured, and the table sizes at which it is.
     *
     * @param orders orders whose CPU time is measured
     * @param smallTable rows in the small tables
     * @param largeTable rows in the large tables
     */
    public record Cost(int orders, int smallTable, int largeTable) {}

    /** Whether the services have the JVM's second compiler. Without it they start in half the time and are slower under load. */
    public boolean fullJit() {
        return !equals(SMOKE);
    }

    /** Lists the amount of work of every stage in one line. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "warm-up rounds %d; accept: %d connections, phases of %d s, warm-up of %,d orders; sink: %,d records;"
                        + " decide: %,d orders, %,d one by one; end-to-end: %d orders/s for %d s; source: %,d rows,"
                        + " %d rows/s for %d s; cost: %,d orders,"
                        + " tables of %,d and %,d rows",
                warmUpRounds,
                accept.connections(),
                accept.seconds(),
                accept.warmUpOrders(),
                sinkRecords,
                decide.backlog(),
                decide.singleOrders(),
                endToEnd.ordersPerSecond(),
                endToEnd.seconds(),
                source.rows(),
                source.trickle().perSecond(),
                source.trickle().seconds(),
                cost.orders(),
                cost.smallTable(),
                cost.largeTable());
    }
}
