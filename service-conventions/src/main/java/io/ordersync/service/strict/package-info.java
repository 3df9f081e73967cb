/** Rejects JSON and parameters that Spring would otherwise convert or guess. */
@NullMarked
package io.ordersync.service.strict;

import org.jspecify.annotations.NullMarked;
