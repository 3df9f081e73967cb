/** The lines of {@code ./run status}: parts, connectors, consumer lag and captured changes. */
@NullMarked
package io.ordersync.stack.cli.status;

import org.jspecify.annotations.NullMarked;
