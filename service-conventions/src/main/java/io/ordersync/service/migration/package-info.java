/** Migrates the tables of a service when it starts. */
@NullMarked
package io.ordersync.service.migration;

import org.jspecify.annotations.NullMarked;
