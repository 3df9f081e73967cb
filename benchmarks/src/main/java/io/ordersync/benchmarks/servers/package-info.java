/** The stack that is measured, and how the stages talk to it. */
@NullMarked
package io.ordersync.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
