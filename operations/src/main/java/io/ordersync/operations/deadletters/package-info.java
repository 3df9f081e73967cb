/** The command that lists the dead letters of the topic orders and replays them. */
@NullMarked
package io.ordersync.operations.deadletters;

import org.jspecify.annotations.NullMarked;
