/** Gives a service another time of day than the machine has. */
@NullMarked
package io.ordersync.system.chaos.clock;

import org.jspecify.annotations.NullMarked;
