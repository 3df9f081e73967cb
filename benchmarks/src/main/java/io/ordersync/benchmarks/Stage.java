package io.ordersync.benchmarks;

import io.ordersync.benchmarks.measure.Row;
import java.util.List;

/** A part of the way of an order that is measured by itself. */
@FunctionalInterface
public interface Stage {

    List<Row> measure(Run run) throws Exception;
}
