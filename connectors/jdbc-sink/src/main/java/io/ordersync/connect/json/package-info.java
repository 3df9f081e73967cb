/** A converter for Connect JSON that parses a schema once and not with each message. */
@NullMarked
package io.ordersync.connect.json;

import org.jspecify.annotations.NullMarked;
