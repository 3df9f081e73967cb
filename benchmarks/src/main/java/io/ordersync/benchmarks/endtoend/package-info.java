/** The stage {@code end-to-end}: from POST to the confirmed row. */
@NullMarked
package io.ordersync.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
