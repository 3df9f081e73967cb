/** What is left of a run: one table, with the machine and the versions it is true for. */
@NullMarked
package io.ordersync.benchmarks.report;

import org.jspecify.annotations.NullMarked;
