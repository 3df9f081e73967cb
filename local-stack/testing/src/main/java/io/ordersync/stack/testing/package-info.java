/** Stacks for tests, on processes or on containers. */
@NullMarked
package io.ordersync.stack.testing;

import org.jspecify.annotations.NullMarked;
