/** Problem Details (RFC 9457): the types of problem, their occurrences and their JSON. */
@NullMarked
package io.ordersync.service.problem;

import org.jspecify.annotations.NullMarked;
