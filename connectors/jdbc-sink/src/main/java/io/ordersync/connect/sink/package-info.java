/** A Kafka Connect sink that writes records to MariaDB tables and waits while the database is unavailable. */
@NullMarked
package io.ordersync.connect.sink;

import org.jspecify.annotations.NullMarked;
