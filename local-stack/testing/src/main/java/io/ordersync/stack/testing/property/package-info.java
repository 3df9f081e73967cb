/** Checks claims against generated values, with seeds that repeat a failure. */
@NullMarked
package io.ordersync.stack.testing.property;

import org.jspecify.annotations.NullMarked;
