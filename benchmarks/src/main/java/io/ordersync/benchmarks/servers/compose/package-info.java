/** The servers as containers of a Docker Compose project. */
@NullMarked
package io.ordersync.benchmarks.servers.compose;

import org.jspecify.annotations.NullMarked;
