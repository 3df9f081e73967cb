/** The orders in the tail of the topic, in little memory and found by their ids. */
@NullMarked
package io.ordersync.order.kafka.tail.index;

import org.jspecify.annotations.NullMarked;
