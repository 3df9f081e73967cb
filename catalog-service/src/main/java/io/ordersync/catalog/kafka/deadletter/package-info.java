/** Sends unusable records to the dead-letter topic. */
@NullMarked
package io.ordersync.catalog.kafka.deadletter;

import org.jspecify.annotations.NullMarked;
