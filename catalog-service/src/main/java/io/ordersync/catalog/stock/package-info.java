/** Decides which orders get stock; uses no adapter. */
@NullMarked
package io.ordersync.catalog.stock;

import org.jspecify.annotations.NullMarked;
