package io.ordersync.benchmarks.measure;

import org.jspecify.annotations.Nullable;

/**
 * One line of the result table: our figure beside its limit and an alternative.
 *
 * @param toReach the target of the ratio or of the figure itself; empty where there is no target
 */
public record ResultRow(
        String stage,
        Unit unit,
        Series ours,
        @Nullable Series limit,
        @Nullable Series alternative,
        String toReach) {

    public static ResultRow of(String stage, Unit unit, Series ours) {
        return new ResultRow(stage, unit, ours, null, null, "");
    }

    /** Adds the figures that ours is compared with. */
    public ResultRow comparedWith(@Nullable Series limit, @Nullable Series alternative) {
        return new ResultRow(stage, unit, ours, limit, alternative, toReach);
    }

    /** Adds the target. */
    public ResultRow withTarget(String target) {
        return new ResultRow(stage, unit, ours, limit, alternative, target);
    }
}
