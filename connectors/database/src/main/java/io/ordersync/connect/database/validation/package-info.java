/** How a configuration is checked when a connector is registered: its options, and whether the database fits them. */
@NullMarked
package io.ordersync.connect.database.validation;

import org.jspecify.annotations.NullMarked;
