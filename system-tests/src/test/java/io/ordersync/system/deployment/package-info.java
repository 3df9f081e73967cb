/** The system as it is installed. */
@NullMarked
package io.ordersync.system.deployment;

import org.jspecify.annotations.NullMarked;
