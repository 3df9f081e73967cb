/** One dead letter: its address, its headers, and its bytes as text. */
@NullMarked
package io.ordersync.operations.deadletters.record;

import org.jspecify.annotations.NullMarked;
