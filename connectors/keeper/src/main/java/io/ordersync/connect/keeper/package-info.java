/** A process beside the Connect workers that registers connectors from files and restarts what has failed. */
@NullMarked
package io.ordersync.connect.keeper;

import org.jspecify.annotations.NullMarked;
