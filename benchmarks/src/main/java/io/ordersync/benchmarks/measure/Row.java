package io.ordersync.benchmarks.measure;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table: what we do beside the best there could be and what others do.
 *
 * @param toReach what the ratio, or the figure itself, should be; empty where nothing is asked
 */
public record Row(
        String stage,
        Unit unit,
        Series ours,
        @Nullable Series limit,
        @Nullable Series alternative,
        String toReach) {

    public static Row of(String stage, Unit unit, Series ours) {
        return new Row(stage, unit, ours, null, null, "");
    }

    public Row beside(@Nullable Series limit, @Nullable Series alternative) {
        return new Row(stage, unit, ours, limit, alternative, toReach);
    }

    public Row toReach(String goal) {
        return new Row(stage, unit, ours, limit, alternative, goal);
    }
}
