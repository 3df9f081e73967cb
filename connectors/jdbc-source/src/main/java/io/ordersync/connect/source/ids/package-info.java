/** Mode incrementing: rows in the order of their ids, and the ids that are missing. */
@NullMarked
package io.ordersync.connect.source.ids;

import org.jspecify.annotations.NullMarked;
