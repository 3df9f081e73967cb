/** From POST to the confirmed row. */
@NullMarked
package io.ordersync.benchmarks.way;

import org.jspecify.annotations.NullMarked;
