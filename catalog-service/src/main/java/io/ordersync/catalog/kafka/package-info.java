/** The bytes of a record, as the listener and the dead letters share them. */
@NullMarked
package io.ordersync.catalog.kafka;

import org.jspecify.annotations.NullMarked;
