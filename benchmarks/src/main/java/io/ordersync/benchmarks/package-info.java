/** Measures every stage beside its own limit and its alternative, in the same run on the same servers. */
@NullMarked
package io.ordersync.benchmarks;

import org.jspecify.annotations.NullMarked;
