/** The help, the version, the error messages and the exit codes that all commands of order-sync share. */
@NullMarked
package io.ordersync.cli;

import org.jspecify.annotations.NullMarked;
