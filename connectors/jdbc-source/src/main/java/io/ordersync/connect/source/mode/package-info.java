/** The readers of the modes, and the offsets from which they continue. */
@NullMarked
package io.ordersync.connect.source.mode;

import org.jspecify.annotations.NullMarked;
