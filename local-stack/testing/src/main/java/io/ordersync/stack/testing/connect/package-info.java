/** Workers, topics and tables for tests of connectors. */
@NullMarked
package io.ordersync.stack.testing.connect;

import org.jspecify.annotations.NullMarked;
