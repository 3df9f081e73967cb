/** The options of the connector: their definitions, their validation and their parsed values. */
@NullMarked
package io.ordersync.connect.sink.config;

import org.jspecify.annotations.NullMarked;
