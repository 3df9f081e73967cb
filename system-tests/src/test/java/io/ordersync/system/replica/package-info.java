/** Tables and the replicas that change data capture makes of them. */
@NullMarked
package io.ordersync.system.replica;

import org.jspecify.annotations.NullMarked;
