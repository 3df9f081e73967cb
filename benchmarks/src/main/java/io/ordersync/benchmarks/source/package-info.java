/** The stage {@code source}: from a table into a topic. */
@NullMarked
package io.ordersync.benchmarks.source;

import org.jspecify.annotations.NullMarked;
