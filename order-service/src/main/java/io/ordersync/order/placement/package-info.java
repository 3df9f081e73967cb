/** Places orders, and places an order with an idempotency key only once. */
@NullMarked
package io.ordersync.order.placement;

import org.jspecify.annotations.NullMarked;
