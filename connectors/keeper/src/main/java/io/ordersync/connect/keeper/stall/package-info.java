/** Which connectors are RUNNING and do not move, since when and why. */
@NullMarked
package io.ordersync.connect.keeper.stall;

import org.jspecify.annotations.NullMarked;
