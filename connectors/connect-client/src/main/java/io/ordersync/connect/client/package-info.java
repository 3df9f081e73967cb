/** The one client of Kafka Connect's REST interface. */
@NullMarked
package io.ordersync.connect.client;

import org.jspecify.annotations.NullMarked;
