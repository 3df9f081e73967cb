/** What is known of an order: the shared table, and the tail of the log that the table lacks. */
@NullMarked
package io.ordersync.order.view;

import org.jspecify.annotations.NullMarked;
