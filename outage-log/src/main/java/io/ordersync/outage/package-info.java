/** Logs outages without repeating the same message for every failed attempt. */
@NullMarked
package io.ordersync.outage;

import org.jspecify.annotations.NullMarked;
