/** Requests the cancellation of orders. */
@NullMarked
package io.ordersync.order.cancellation;

import org.jspecify.annotations.NullMarked;
