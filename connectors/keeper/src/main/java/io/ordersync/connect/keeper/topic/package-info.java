/** The topics that sources name in their configurations. */
@NullMarked
package io.ordersync.connect.keeper.topic;

import org.jspecify.annotations.NullMarked;
