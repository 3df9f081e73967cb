package io.ordersync.marketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders of the replica. */
public interface SyncOrders {

    /**
     * Orders, newest first.
     *
     * @param limit how many at most
     * @param after where the page before has ended, null for the first one
     */
    List<SyncOrder> newest(OrderFilter filter, int limit, @Nullable OrderPosition after);
}
