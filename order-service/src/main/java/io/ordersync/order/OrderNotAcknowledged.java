package io.ordersync.order;

import java.util.UUID;

/** The log has not acknowledged an order in time, so the order may or may not be in the log. */
public class OrderNotAcknowledged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OrderNotAcknowledged(String message, Throwable cause) {
        super(message, cause);
    }

    public static OrderNotAcknowledged of(UUID id, Throwable cause) {
        return new OrderNotAcknowledged("Order " + id + " was not acknowledged", cause);
    }
}
