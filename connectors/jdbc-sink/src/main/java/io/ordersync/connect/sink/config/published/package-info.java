/** The options of other JDBC sinks: what this sink makes of each. */
@NullMarked
package io.ordersync.connect.sink.config.published;

import org.jspecify.annotations.NullMarked;
