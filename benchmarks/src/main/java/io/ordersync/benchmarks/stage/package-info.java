/** What all stages share: their contract, the amount of work, and the run that they take part in. */
@NullMarked
package io.ordersync.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
