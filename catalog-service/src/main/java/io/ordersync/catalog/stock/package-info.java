/** The decision: which orders get stock and which do not; knows no adapter. */
@NullMarked
package io.ordersync.catalog.stock;

import org.jspecify.annotations.NullMarked;
