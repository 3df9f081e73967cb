package io.ordersync.order.view;

/** Whether an order exists cannot be known: the table lacks the end of the log, and that end cannot be read. */
public class ViewBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ViewBehind(String message, Throwable cause) {
        super(message, cause);
    }

    /** The table lacks more of the log than this service may keep in memory. */
    public static ViewBehind tooFar() {
        return new ViewBehind(
                "The shared table is further behind the log than this service keeps in memory, so it is not known whether"
                        + " there is this order.",
                null);
    }

    public static ViewBehind unreadable(Throwable cause) {
        return new ViewBehind(
                "The end of the log, which the shared table lacks, cannot be read at the moment, so it is not known whether"
                        + " there is this order.",
                cause);
    }

    /** Two requests with one key are in two partitions, or the log has lost one of them. */
    public static ViewBehind undecided() {
        return new ViewBehind(
                "The log was changed while the order was placed. Which request with this Idempotency-Key is the order is still"
                        + " to be decided.",
                null);
    }
}
