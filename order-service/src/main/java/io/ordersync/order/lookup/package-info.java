/** Finds orders in table and log, lists them, and waits for their decisions. */
@NullMarked
package io.ordersync.order.lookup;

import org.jspecify.annotations.NullMarked;
