/** What an order costs, and whether that grows with the tables. */
@NullMarked
package io.ordersync.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
