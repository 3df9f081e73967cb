/** Limits the requests, their size and their waiting time, and delays the shutdown. */
@NullMarked
package io.ordersync.service.load;

import org.jspecify.annotations.NullMarked;
