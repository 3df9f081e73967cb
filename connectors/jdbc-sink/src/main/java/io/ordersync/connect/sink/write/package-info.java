/** Writes batches of records in transactions and isolates the records that the database rejects. */
@NullMarked
package io.ordersync.connect.sink.write;

import org.jspecify.annotations.NullMarked;
