/** What every command of order-sync has in common: its help, its version, its errors. */
@NullMarked
package io.ordersync.cli;

import org.jspecify.annotations.NullMarked;
