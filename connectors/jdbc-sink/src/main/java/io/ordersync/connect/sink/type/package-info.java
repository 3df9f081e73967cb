/** How the values of a record become values of MariaDB columns. */
@NullMarked
package io.ordersync.connect.sink.type;

import org.jspecify.annotations.NullMarked;
