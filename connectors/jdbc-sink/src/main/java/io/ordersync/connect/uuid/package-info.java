/** A converter for UUIDs that accepts one spelling, so that equal ids are equal keys. */
@NullMarked
package io.ordersync.connect.uuid;

import org.jspecify.annotations.NullMarked;
