/** The commands {@code ./run}, {@code ./run status} and {@code ./run stop}. */
@NullMarked
package io.ordersync.stack.cli;

import org.jspecify.annotations.NullMarked;
