/** Orders over HTTP. */
@NullMarked
package io.ordersync.order.web;

import org.jspecify.annotations.NullMarked;
