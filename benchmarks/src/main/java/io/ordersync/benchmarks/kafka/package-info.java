/** The topics and consumer groups that the stages use. */
@NullMarked
package io.ordersync.benchmarks.kafka;

import org.jspecify.annotations.NullMarked;
