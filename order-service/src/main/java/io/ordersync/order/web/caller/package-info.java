/** Who sends a request about orders. */
@NullMarked
package io.ordersync.order.web.caller;

import org.jspecify.annotations.NullMarked;
