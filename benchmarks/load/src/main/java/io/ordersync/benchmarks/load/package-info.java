/** The load on order-service, run by Gatling in a process of its own. */
@NullMarked
package io.ordersync.benchmarks.load;

import org.jspecify.annotations.NullMarked;
