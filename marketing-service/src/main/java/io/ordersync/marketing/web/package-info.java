/** The replica over HTTP. */
@NullMarked
package io.ordersync.marketing.web;

import org.jspecify.annotations.NullMarked;
