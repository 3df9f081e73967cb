package io.ordersync.marketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the replica's orders add up to. */
public interface Sales {

    /**
     * Sales of confirmed orders, latest day first, by product within a day.
     *
     * @param productId the one product that is wanted, or null for all
     * @param limit how many rows at most
     * @param after where the page before has ended, null for the first one
     */
    List<DailySales> daily(Period period, @Nullable String productId, int limit, @Nullable SalesPosition after);
}
