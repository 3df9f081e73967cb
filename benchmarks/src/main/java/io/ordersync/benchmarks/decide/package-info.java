/** The stage {@code decide}: from a pending order to its outcome in the ledger. */
@NullMarked
package io.ordersync.benchmarks.decide;

import org.jspecify.annotations.NullMarked;
