package io.ordersync.contract;

/** The bytes of a record are not an order in an {@link OrderFormat}; the message is the reason. */
public class UnreadableOrderRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableOrderRecord(String message) {
        super(message);
    }

    UnreadableOrderRecord(Exception cause) {
        super(cause.getMessage(), cause);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new UnreadableOrderRecord(message);
        }
    }
}
