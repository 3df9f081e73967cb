/** The checkout, the {@code .local} folder, the terminal and the recorded run that the commands share. */
@NullMarked
package io.ordersync.stack.cli.context;

import org.jspecify.annotations.NullMarked;
