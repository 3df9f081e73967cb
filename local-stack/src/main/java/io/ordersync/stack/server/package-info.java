/** The servers of a stack: MariaDB, broker, Connect worker, keeper and services. */
@NullMarked
package io.ordersync.stack.server;

import org.jspecify.annotations.NullMarked;
