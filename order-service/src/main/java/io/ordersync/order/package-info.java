/** Orders as this service knows them: how one is placed and where they are read; knows no adapter. */
@NullMarked
package io.ordersync.order;

import org.jspecify.annotations.NullMarked;
