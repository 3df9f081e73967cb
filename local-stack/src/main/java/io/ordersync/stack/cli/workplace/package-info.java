/** The checkout, its {@code .local} folder and the terminal that the commands share. */
@NullMarked
package io.ordersync.stack.cli.workplace;

import org.jspecify.annotations.NullMarked;
