/** What a database answers about a configuration when a source is registered: errors and warnings. */
@NullMarked
package io.ordersync.connect.source.check;

import org.jspecify.annotations.NullMarked;
