/** Makes a worker refuse requests without a token, and the requests of foreign web pages. */
@NullMarked
package io.ordersync.connect.rest;

import org.jspecify.annotations.NullMarked;
