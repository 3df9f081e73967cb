/** The wire format between the services and Kafka Connect. */
@NullMarked
package io.ordersync.contract;

import org.jspecify.annotations.NullMarked;
