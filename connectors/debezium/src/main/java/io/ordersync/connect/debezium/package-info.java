/** Additions to Debezium's source connector for MariaDB; part of its plugin. */
@NullMarked
package io.ordersync.connect.debezium;

import org.jspecify.annotations.NullMarked;
