package io.ordersync.benchmarks;

/**
 * How much work there is.
 *
 * @param warmUps rounds before the first one that counts
 * @param warmUpOrders orders that a server answers at its peak before the first round that counts, if it does so in time
 * @param connections clients at the peak
 * @param loadSeconds length of one phase under load
 * @param sinkRecords records in the topic that the sink reads
 * @param decideRecords orders in the backlog that is decided
 * @param singleRecords orders that the alternative decides one by one
 * @param wayRate orders per second, {@code waySeconds} long
 * @param costOrders orders whose CPU time is taken
 * @param smallTable rows in the tables before
 * @param largeTable rows in the tables after
 */
public record Scale(
        String name,
        int warmUps,
        int warmUpOrders,
        int connections,
        int loadSeconds,
        int sinkRecords,
        int decideRecords,
        int singleRecords,
        int wayRate,
        int waySeconds,
        int costOrders,
        int smallTable,
        int largeTable) {

    /** The services start in half the time without the JVM's second compiler, which makes the difference under load. */
    public boolean fullJit() {
        return this != SMOKE;
    }

    /** What the figures are published from. */
    public static final Scale FULL =
            new Scale("full", 1, 300_000, 64, 20, 300_000, 200_000, 5_000, 200, 30, 20_000, 10_000, 1_000_000);

    /** A first look. */
    public static final Scale QUICK =
            new Scale("quick", 1, 60_000, 64, 5, 60_000, 40_000, 1_000, 200, 8, 4_000, 10_000, 200_000);

    /** Whether everything works. */
    public static final Scale SMOKE = new Scale("smoke", 0, 0, 8, 1, 2_000, 1_000, 20, 40, 1, 60, 100, 1_000);
}
