/** Reads the table {@code SYNC_ORDER_TABLE}. */
@NullMarked
package io.ordersync.marketing.jdbc;

import org.jspecify.annotations.NullMarked;
