package io.ordersync.order;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders in the shared table, which is the same for every instance. */
public interface Orders {

    Optional<Order> find(UUID id);

    /** Finds orders in one query; the result lacks orders that the table does not have. */
    List<Order> findAll(Collection<UUID> ids);

    /**
     * A page of a user's orders, newest first; orders of the same millisecond by descending id.
     *
     * @param limit the size of the page
     * @param after the last order of the page before, or null for the first page
     */
    List<Order> ofUser(String userId, int limit, @Nullable Order after);
}
