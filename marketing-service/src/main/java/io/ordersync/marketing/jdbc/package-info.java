/** The table {@code SYNC_ORDER_TABLE}, read only. */
@NullMarked
package io.ordersync.marketing.jdbc;

import org.jspecify.annotations.NullMarked;
