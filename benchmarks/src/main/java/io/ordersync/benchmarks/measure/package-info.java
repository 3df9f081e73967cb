/** Measuring: interleaved rounds, series of figures, latencies and resource meters. */
@NullMarked
package io.ordersync.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
