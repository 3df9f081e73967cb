/** The sink's place in its topics, which it keeps in a table of the database beside the rows. */
@NullMarked
package io.ordersync.connect.sink.position;

import org.jspecify.annotations.NullMarked;
