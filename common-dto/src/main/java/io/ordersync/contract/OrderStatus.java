package io.ordersync.contract;

/** The states of an order. Their names are part of the wire format. */
public enum OrderStatus {
    /** Accepted by order-service, not yet decided. */
    PENDING,
    /** Decided: the stock was reduced. */
    CONFIRMED,
    /** Decided: no stock was taken; the reason says why. */
    REJECTED,
    /** Cancellation requested, not yet decided. */
    CANCELLING,
    /** Cancelled; the stock was given back if it was taken. */
    CANCELLED;

    /** Whether an order in this state needs no decision. */
    public boolean isFinal() {
        return this == CONFIRMED || this == REJECTED || this == CANCELLED;
    }
}
