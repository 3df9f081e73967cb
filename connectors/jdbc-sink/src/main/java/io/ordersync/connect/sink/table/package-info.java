/** Tables as the database describes them: columns and unique indexes. */
@NullMarked
package io.ordersync.connect.sink.table;

import org.jspecify.annotations.NullMarked;
