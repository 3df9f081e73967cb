/** The options that our connectors share, and what they make of the options of other connectors. */
@NullMarked
package io.ordersync.connect.database.options;

import org.jspecify.annotations.NullMarked;
