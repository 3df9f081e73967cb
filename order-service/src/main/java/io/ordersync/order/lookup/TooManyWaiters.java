package io.ordersync.order.lookup;

import java.util.UUID;

/** An order may not be in the table yet, and the service cannot wait for it since too many requests already wait. */
public class TooManyWaiters extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TooManyWaiters(String message) {
        super(message);
    }

    static TooManyWaiters of(UUID id) {
        return new TooManyWaiters(
                "Order " + id + " may not be stored yet, and too many requests already wait for orders.");
    }
}
