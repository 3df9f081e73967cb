/** The options of the source: their definitions, their validation and their parsed values. */
@NullMarked
package io.ordersync.connect.source.config;

import org.jspecify.annotations.NullMarked;
