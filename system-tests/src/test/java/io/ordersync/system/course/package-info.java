/** Tests that the commands of {@code docs/course.md} print what the page says. */
@NullMarked
package io.ordersync.system.course;

import org.jspecify.annotations.NullMarked;
