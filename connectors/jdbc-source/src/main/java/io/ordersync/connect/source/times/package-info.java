/** The modes with timestamps: rows in the order of their times of change, up to a time before which none can appear. */
@NullMarked
package io.ordersync.connect.source.times;

import org.jspecify.annotations.NullMarked;
