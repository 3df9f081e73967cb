package io.ordersync.benchmarks.stage;

import io.ordersync.benchmarks.measure.ResultRow;
import java.util.List;

/** A part of order processing that is measured by itself. */
@FunctionalInterface
public interface Stage {

    List<ResultRow> measure(BenchmarkRun run) throws Exception;
}
