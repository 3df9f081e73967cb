/** What a database answers about a configuration when a connector is registered: errors and warnings. */
@NullMarked
package io.ordersync.connect.sink.check;

import org.jspecify.annotations.NullMarked;
