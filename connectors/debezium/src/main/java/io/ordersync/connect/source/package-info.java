/** What Debezium's MariaDB source lacks; loaded by its plugin. */
@NullMarked
package io.ordersync.connect.source;

import org.jspecify.annotations.NullMarked;
