/** The tables that are read, and how their rows become records. */
@NullMarked
package io.ordersync.connect.source.table;

import org.jspecify.annotations.NullMarked;
