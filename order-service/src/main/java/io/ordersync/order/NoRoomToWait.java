package io.ordersync.order;

import java.util.UUID;

/** An order may be on its way to the table, and as many requests wait already as may, so it is not known. */
public class NoRoomToWait extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NoRoomToWait(String message) {
        super(message);
    }

    static NoRoomToWait of(UUID id) {
        return new NoRoomToWait("Order " + id + " may be on its way, and too many requests wait already.");
    }
}
