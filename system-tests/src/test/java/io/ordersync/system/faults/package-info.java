/** Parts of the system that stop, fail or are overtaken. */
@NullMarked
package io.ordersync.system.faults;

import org.jspecify.annotations.NullMarked;
