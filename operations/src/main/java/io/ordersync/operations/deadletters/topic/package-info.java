/** Reads the dead-letter topics, and remembers in another topic which dead letters were replayed. */
@NullMarked
package io.ordersync.operations.deadletters.topic;

import org.jspecify.annotations.NullMarked;
