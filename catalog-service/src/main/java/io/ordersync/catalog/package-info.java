/** The products of the catalog; knows no adapter. */
@NullMarked
package io.ordersync.catalog;

import org.jspecify.annotations.NullMarked;
