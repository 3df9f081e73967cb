/** What a connector sends to its dead-letter topic when a record is too large for it. */
@NullMarked
package io.ordersync.connect.deadletter;

import org.jspecify.annotations.NullMarked;
