/** Answers HTTP requests about the catalog. */
@NullMarked
package io.ordersync.catalog.web;

import org.jspecify.annotations.NullMarked;
