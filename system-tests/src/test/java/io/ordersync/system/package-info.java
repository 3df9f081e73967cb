/** The whole system on real servers: what a client sees, and what the topic, the tables and the stock say to it. */
@NullMarked
package io.ordersync.system;

import org.jspecify.annotations.NullMarked;
