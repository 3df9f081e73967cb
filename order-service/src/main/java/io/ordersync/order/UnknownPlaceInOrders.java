package io.ordersync.order;

import java.util.UUID;

/** The place in a user's orders that a page is to go on from is none. */
public class UnknownPlaceInOrders extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownPlaceInOrders(String message) {
        super(message);
    }

    public static UnknownPlaceInOrders after(UUID id, String userId) {
        return new UnknownPlaceInOrders("Order " + id + " is none of " + userId);
    }
}
