/** The system of the compose file, for tests and measurements. */
@NullMarked
package io.ordersync.stack.testing.compose;

import org.jspecify.annotations.NullMarked;
