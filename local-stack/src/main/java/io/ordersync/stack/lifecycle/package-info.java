/** How a part of the stack is started, supervised until it is ready, and stopped. */
@NullMarked
package io.ordersync.stack.lifecycle;

import org.jspecify.annotations.NullMarked;
