package io.ordersync.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders as the shared table shows them, the same for every instance. */
public interface Orders {

    Optional<Order> find(UUID id);

    /** Those of these orders that the table shows, in one query. */
    List<Order> findAll(Collection<UUID> ids);

    /**
     * A page of a user's orders, newest first.
     *
     * @param limit at most so many
     * @param after the last order of the page before, or null for the first page
     * @throws UnknownPlaceInOrders if the user has no order {@code after}
     */
    List<Order> ofUser(String userId, int limit, @Nullable UUID after);
}
