/** The servers of a stack as containers. */
@NullMarked
package io.ordersync.stack.testing.container;

import org.jspecify.annotations.NullMarked;
