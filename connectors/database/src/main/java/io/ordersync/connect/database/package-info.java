/** The connection to MariaDB, and what its errors mean. */
@NullMarked
package io.ordersync.connect.database;

import org.jspecify.annotations.NullMarked;
