/** Prepares a service's topics and producer when the broker is reachable, and keeps the topics in existence. */
@NullMarked
package io.ordersync.service.broker;

import org.jspecify.annotations.NullMarked;
