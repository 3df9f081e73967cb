/** The options of other connectors: what one of ours makes of each, and which option a misspelt name may mean. */
@NullMarked
package io.ordersync.connect.database.options;

import org.jspecify.annotations.NullMarked;
