/** The options of other JDBC sources: what this source makes of each. */
@NullMarked
package io.ordersync.connect.source.config.published;

import org.jspecify.annotations.NullMarked;
