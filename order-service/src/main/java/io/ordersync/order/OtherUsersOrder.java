package io.ordersync.order;

/** A user wants to do something for another user, or with the order of another user. */
public class OtherUsersOrder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OtherUsersOrder(String message) {
        super(message);
    }

    public static OtherUsersOrder of(String wanted) {
        return new OtherUsersOrder(
                "The token's subject is not the user '%s'. Leave userId out, or send a token of that user."
                        .formatted(wanted));
    }

    public static OtherUsersOrder notCancellable() {
        return new OtherUsersOrder("Only the user who owns the order can cancel it.");
    }
}
