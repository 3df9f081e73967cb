/** The polling JDBC source: reads MariaDB tables with queries, and sends new rows to topics. */
@NullMarked
package io.ordersync.connect.source;

import org.jspecify.annotations.NullMarked;
