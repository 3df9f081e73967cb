/** Writes many rows at once: {@code LOAD DATA LOCAL} into a temporary table, then one {@code INSERT … SELECT}. */
@NullMarked
package io.ordersync.connect.sink.write.staging;

import org.jspecify.annotations.NullMarked;
