/** The orders of a replica that another team reads; uses no adapter. */
@NullMarked
package io.ordersync.marketing;

import org.jspecify.annotations.NullMarked;
