/** The stage {@code cost}: the cost of an order, and whether it grows with the tables. */
@NullMarked
package io.ordersync.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
