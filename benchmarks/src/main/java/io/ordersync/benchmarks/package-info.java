/** The command {@code ./run bench}: it measures every stage beside its limit and an alternative, on the same servers. */
@NullMarked
package io.ordersync.benchmarks;

import org.jspecify.annotations.NullMarked;
