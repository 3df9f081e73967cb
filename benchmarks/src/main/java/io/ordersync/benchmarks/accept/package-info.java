/** The stage {@code accept}: POST /orders, from the client to the broker's acknowledgement. */
@NullMarked
package io.ordersync.benchmarks.accept;

import org.jspecify.annotations.NullMarked;
