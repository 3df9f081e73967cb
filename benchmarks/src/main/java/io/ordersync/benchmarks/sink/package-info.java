/** The stage {@code sink}: from the topic into the table {@code orders}. */
@NullMarked
package io.ordersync.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
