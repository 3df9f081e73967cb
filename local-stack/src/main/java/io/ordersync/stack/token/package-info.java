/** The tokens for the services of a stack. */
@NullMarked
package io.ordersync.stack.token;

import org.jspecify.annotations.NullMarked;
