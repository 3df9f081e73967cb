/** The time in which a table cannot be written: when the sink tries again, and what an operator reads. */
@NullMarked
package io.ordersync.connect.sink.outage;

import org.jspecify.annotations.NullMarked;
