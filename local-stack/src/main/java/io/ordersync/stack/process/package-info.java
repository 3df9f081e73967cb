/** Child processes: launched, supervised, signalled and stopped. */
@NullMarked
package io.ordersync.stack.process;

import org.jspecify.annotations.NullMarked;
