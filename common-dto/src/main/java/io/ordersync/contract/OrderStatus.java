package io.ordersync.contract;

/** The states of an order. Their names and revisions are part of the wire format. */
public enum OrderStatus {
    /** Accepted by order-service, not yet decided. */
    PENDING(0),
    /** Decided: the stock was reduced. */
    CONFIRMED(1),
    /** Decided: no stock was taken; the reason says why. */
    REJECTED(3),
    /** Cancellation requested, not yet decided. */
    CANCELLING(2),
    /** Cancelled; the stock was given back if it was taken. */
    CANCELLED(3);

    private final int revision;

    OrderStatus(int revision) {
        this.revision = revision;
    }

    /**
     * The place of this state in the life of an order, which only moves forward: of two states of one order, the one with
     * the higher revision is the newer. No order has two states of the last revision.
     */
    public int revision() {
        return revision;
    }

    /** Whether no other state of an order comes after this one. */
    public boolean isLast() {
        return this == REJECTED || this == CANCELLED;
    }

    /** Whether an order in this state needs no decision. */
    public boolean isFinal() {
        return this == CONFIRMED || this == REJECTED || this == CANCELLED;
    }
}
