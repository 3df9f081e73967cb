/** Turns the requests that Tomcat itself refuses into problems. */
@NullMarked
package io.ordersync.service.problem.tomcat;

import org.jspecify.annotations.NullMarked;
