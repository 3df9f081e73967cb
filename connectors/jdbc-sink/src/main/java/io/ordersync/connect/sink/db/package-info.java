/** The connection to MariaDB, and what its errors mean. */
@NullMarked
package io.ordersync.connect.sink.db;

import org.jspecify.annotations.NullMarked;
