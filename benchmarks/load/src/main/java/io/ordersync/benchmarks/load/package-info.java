/** The load on order-service. Gatling generates it in its own process. */
@NullMarked
package io.ordersync.benchmarks.load;

import org.jspecify.annotations.NullMarked;
