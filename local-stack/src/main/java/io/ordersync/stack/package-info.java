/** Every server of the system as a child process of this machine: for {@code ./run} and for tests. */
@NullMarked
package io.ordersync.stack;

import org.jspecify.annotations.NullMarked;
