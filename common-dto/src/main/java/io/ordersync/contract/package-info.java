/** What is on the wire between the services and Kafka Connect, and nothing else. */
@NullMarked
package io.ordersync.contract;

import org.jspecify.annotations.NullMarked;
