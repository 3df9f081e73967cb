/** Sends dead letters to the topic orders again. */
@NullMarked
package io.ordersync.operations.deadletters.replay;

import org.jspecify.annotations.NullMarked;
