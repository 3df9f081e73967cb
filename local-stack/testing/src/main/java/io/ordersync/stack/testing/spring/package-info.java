/** The servers of a stack as Spring Boot's connection details, for tests of a single service. */
@NullMarked
package io.ordersync.stack.testing.spring;

import org.jspecify.annotations.NullMarked;
