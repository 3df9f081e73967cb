package io.ordersync.order;

import java.util.UUID;

/** No order has this id. */
public class OrderNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OrderNotFound(String message) {
        super(message);
    }

    public static OrderNotFound of(UUID id) {
        return new OrderNotFound("There is no order " + id);
    }
}
