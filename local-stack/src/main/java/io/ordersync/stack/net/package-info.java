/** Ports and addresses of this machine. */
@NullMarked
package io.ordersync.stack.net;

import org.jspecify.annotations.NullMarked;
