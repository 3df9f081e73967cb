/** What becomes of orders and stock while every part of the system is killed, stopped, frozen and cut off. */
@NullMarked
package io.ordersync.system.chaos;

import org.jspecify.annotations.NullMarked;
