/** Turns the exceptions and error statuses of Spring MVC into problems. */
@NullMarked
package io.ordersync.service.problem.mvc;

import org.jspecify.annotations.NullMarked;
