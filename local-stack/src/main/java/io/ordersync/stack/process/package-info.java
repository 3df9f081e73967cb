/** Processes of the operating system: started, observed, signalled and ended. */
@NullMarked
package io.ordersync.stack.process;

import org.jspecify.annotations.NullMarked;
