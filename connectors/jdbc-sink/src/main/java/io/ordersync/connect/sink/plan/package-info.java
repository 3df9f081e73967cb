/** Which statement writes a record, and what the table needs for it. */
@NullMarked
package io.ordersync.connect.sink.plan;

import org.jspecify.annotations.NullMarked;
