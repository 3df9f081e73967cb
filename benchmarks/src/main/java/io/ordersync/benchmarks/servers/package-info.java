/** The servers that are measured. */
@NullMarked
package io.ordersync.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
