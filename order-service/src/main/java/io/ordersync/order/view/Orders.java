package io.ordersync.order.view;

import io.ordersync.order.Order;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders in the shared table, which is the same for every instance. */
public interface Orders {

    /** Reads an order and the table's position in the log at the same moment. */
    default OrderSnapshot find(UUID id) {
        return findAll(List.of(id)).of(id);
    }

    /** Reads orders and the table's position in the log at the same moment, in one query. */
    TableSnapshot findAll(Collection<UUID> ids);

    /**
     * A page of a user's orders, newest first; orders of the same millisecond by descending id.
     *
     * @param limit the size of the page
     * @param after the last order of the page before, or null for the first page
     */
    List<Order> ofUser(String userId, int limit, @Nullable Order after);

    /** The position of the table in the log. */
    ViewPosition position();
}
