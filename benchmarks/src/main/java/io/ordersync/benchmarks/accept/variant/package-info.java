/** What stands in for one bean of order-service; runs inside its process, by its class loader. */
@NullMarked
package io.ordersync.benchmarks.accept.variant;

import org.jspecify.annotations.NullMarked;
