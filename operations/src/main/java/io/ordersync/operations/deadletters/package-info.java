/** A command that shows the dead letters of the topic orders and sends them back; it needs Kafka's own libraries only. */
@NullMarked
package io.ordersync.operations.deadletters;

import org.jspecify.annotations.NullMarked;
