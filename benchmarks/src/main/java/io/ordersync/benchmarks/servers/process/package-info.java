/** The servers as processes of this machine. */
@NullMarked
package io.ordersync.benchmarks.servers.process;

import org.jspecify.annotations.NullMarked;
