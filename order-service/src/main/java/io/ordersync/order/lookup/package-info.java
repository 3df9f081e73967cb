/** Reads orders from the shared table and waits there for their state. */
@NullMarked
package io.ordersync.order.lookup;

import org.jspecify.annotations.NullMarked;
