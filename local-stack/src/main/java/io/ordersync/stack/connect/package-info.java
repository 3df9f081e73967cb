/** What the stack asks a Connect worker. */
@NullMarked
package io.ordersync.stack.connect;

import org.jspecify.annotations.NullMarked;
