/** What every mode needs: pages of rows, and the columns that order them. */
@NullMarked
package io.ordersync.connect.source.rows;

import org.jspecify.annotations.NullMarked;
