/** Reads Connect JSON whose schema is the same in most messages, without reading the schema of each. */
@NullMarked
package io.ordersync.connect.json;

import org.jspecify.annotations.NullMarked;
