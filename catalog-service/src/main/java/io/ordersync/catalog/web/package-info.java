/** The catalog over HTTP. */
@NullMarked
package io.ordersync.catalog.web;

import org.jspecify.annotations.NullMarked;
