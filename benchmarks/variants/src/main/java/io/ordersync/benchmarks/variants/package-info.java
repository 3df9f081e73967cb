/** The variants of order-service's log of orders, which run inside order-service. */
@NullMarked
package io.ordersync.benchmarks.variants;

import org.jspecify.annotations.NullMarked;
