/** Sends requests to the REST interface of a Connect worker. */
@NullMarked
package io.ordersync.operations.connect;

import org.jspecify.annotations.NullMarked;
