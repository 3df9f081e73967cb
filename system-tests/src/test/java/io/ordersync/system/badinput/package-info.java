/** Requests and records that are invalid. */
@NullMarked
package io.ordersync.system.badinput;

import org.jspecify.annotations.NullMarked;
