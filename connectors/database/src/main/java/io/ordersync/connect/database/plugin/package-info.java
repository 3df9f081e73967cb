/** What a plugin tells the worker about itself: its version and its metrics. */
@NullMarked
package io.ordersync.connect.database.plugin;

import org.jspecify.annotations.NullMarked;
