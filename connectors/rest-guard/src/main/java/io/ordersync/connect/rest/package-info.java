/** Makes a worker refuse the requests of foreign web pages. */
@NullMarked
package io.ordersync.connect.rest;

import org.jspecify.annotations.NullMarked;
