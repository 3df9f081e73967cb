package io.ordersync.marketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up the replica's orders. */
public interface Sales {

    /**
     * Returns the sales of confirmed orders, latest day first, sorted by product within a day.
     *
     * @param productId selects a product; null selects all
     * @param limit the maximum number of rows
     * @param after the end of the previous page, or null for the first page
     */
    List<DailySales> daily(Period period, @Nullable String productId, int limit, @Nullable SalesPosition after);
}
