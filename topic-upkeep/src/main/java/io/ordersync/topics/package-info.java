/** Keeps topics in existence: makes them when they are missing, and adds partitions. */
@NullMarked
package io.ordersync.topics;

import org.jspecify.annotations.NullMarked;
