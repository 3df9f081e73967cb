/** Reads the tail of the topic orders, which the shared table may lack, and keeps it until the table has it. */
@NullMarked
package io.ordersync.order.kafka.tail;

import org.jspecify.annotations.NullMarked;
