package io.ordersync.benchmarks.stage;

import io.ordersync.benchmarks.measure.InterleavedRounds;
import io.ordersync.benchmarks.measure.ProgressLog;
import io.ordersync.benchmarks.servers.BenchmarkServers;

/**
 * One run of the command, in which every stage takes part.
 *
 * @param rounds number of rounds that count
 */
public record BenchmarkRun(BenchmarkServers servers, Workload workload, int rounds, ProgressLog progress) {

    public InterleavedRounds interleavedRounds() {
        return new InterleavedRounds(workload.warmUpRounds(), rounds, progress);
    }

    /** The number of the first round. Rounds up to 0 warm the servers up and do not count. */
    public int firstRound() {
        return interleavedRounds().first();
    }

    /** A round's name in the progress. */
    public String label(int round) {
        return interleavedRounds().label(round);
    }
}
