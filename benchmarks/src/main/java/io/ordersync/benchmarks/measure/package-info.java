/** How a figure is taken: rounds, medians, spread. */
@NullMarked
package io.ordersync.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
