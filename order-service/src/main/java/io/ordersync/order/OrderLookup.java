package io.ordersync.order;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions about orders. */
@Service
@RequiredArgsConstructor
public class OrderLookup {

    private final Orders orders;

    /** @throws OrderNotFound if the shared table does not show it */
    public Order byId(UUID id) {
        return orders.find(id).orElseThrow(() -> OrderNotFound.of(id));
    }

    /** See {@link Orders#ofUser}. */
    public List<Order> ofUser(String userId, int limit, @Nullable UUID after) {
        return orders.ofUser(userId, limit, after);
    }
}
