/** Makes what the first start of the system needs, on this machine and in containers. */
@NullMarked
package io.ordersync.setup;

import org.jspecify.annotations.NullMarked;
