/** The shared table {@code orders}, read through JPA; only the sink connector writes it. */
@NullMarked
package io.ordersync.order.jpa;

import org.jspecify.annotations.NullMarked;
