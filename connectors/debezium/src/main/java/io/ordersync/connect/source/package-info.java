/** Additions to Debezium's source connector for MariaDB; part of its plugin. */
@NullMarked
package io.ordersync.connect.source;

import org.jspecify.annotations.NullMarked;
