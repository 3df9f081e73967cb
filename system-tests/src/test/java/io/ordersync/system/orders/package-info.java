/** Orders from the request to their final state. */
@NullMarked
package io.ordersync.system.orders;

import org.jspecify.annotations.NullMarked;
