/** How a service migrates its tables when several instances start at the same time. */
@NullMarked
package io.ordersync.service.migration;

import org.jspecify.annotations.NullMarked;
