package io.ordersync.contract;

/** The bytes of a record are not an order in the Connect JSON envelope; the message is the reason. */
public class UnreadableOrderRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableOrderRecord(String message) {
        super(message);
    }

    UnreadableOrderRecord(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
