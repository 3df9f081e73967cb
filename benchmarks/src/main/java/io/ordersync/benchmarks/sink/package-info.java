/** From the topic into the table orders. */
@NullMarked
package io.ordersync.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
