/** The tables {@code catalog} and {@code stock_reservation}. */
@NullMarked
package io.ordersync.catalog.jdbc;

import org.jspecify.annotations.NullMarked;
