package io.ordersync.contract;

/** The states of an order; their names are the wire format. */
public enum OrderStatus {
    /** Taken by order-service, not yet decided. */
    PENDING,
    /** The stock has been taken down for it. */
    CONFIRMED,
    /** Decided against; the reason says why, and no stock was taken. */
    REJECTED,
    /** Its cancellation has been asked for, not yet decided. */
    CANCELLING,
    /** Cancelled; stock that had been taken is back. */
    CANCELLED;

    /** Whether no further decision is owed for an order in this state. */
    public boolean isFinal() {
        return this == CONFIRMED || this == REJECTED || this == CANCELLED;
    }
}
