/** Reads UUIDs in the one spelling that makes equal ids equal bytes. */
@NullMarked
package io.ordersync.connect.uuid;

import org.jspecify.annotations.NullMarked;
