/** Orders, products and table rows that the stages work with. */
@NullMarked
package io.ordersync.benchmarks.data;

import org.jspecify.annotations.NullMarked;
