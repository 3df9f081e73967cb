/** Orders and the ports through which this service writes and reads them. */
@NullMarked
package io.ordersync.order;

import org.jspecify.annotations.NullMarked;
