/** Shows dead letters as a table or as JSON. */
@NullMarked
package io.ordersync.operations.deadletters.list;

import org.jspecify.annotations.NullMarked;
