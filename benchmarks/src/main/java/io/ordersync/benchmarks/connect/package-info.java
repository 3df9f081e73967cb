/** The connectors that the stages start in the Connect worker. */
@NullMarked
package io.ordersync.benchmarks.connect;

import org.jspecify.annotations.NullMarked;
