/** A Kafka Connect sink that writes records to MariaDB tables and outlives every outage of the database. */
@NullMarked
package io.ordersync.connect.sink;

import org.jspecify.annotations.NullMarked;
