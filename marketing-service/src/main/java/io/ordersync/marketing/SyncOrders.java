package io.ordersync.marketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the orders of the replica. */
public interface SyncOrders {

    /**
     * Returns orders, newest first.
     *
     * @param limit the maximum number of orders
     * @param after the end of the previous page, or null for the first page
     */
    List<SyncOrder> newest(OrderFilter filter, int limit, @Nullable OrderPosition after);
}
