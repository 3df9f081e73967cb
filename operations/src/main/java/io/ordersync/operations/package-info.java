/** The command line for people who operate the system. */
@NullMarked
package io.ordersync.operations;

import org.jspecify.annotations.NullMarked;
