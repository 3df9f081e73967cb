/** The products of the catalog; uses no adapter. */
@NullMarked
package io.ordersync.catalog;

import org.jspecify.annotations.NullMarked;
