/** Answers HTTP requests about the replica. */
@NullMarked
package io.ordersync.marketing.web;

import org.jspecify.annotations.NullMarked;
