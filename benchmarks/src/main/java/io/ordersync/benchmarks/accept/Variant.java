package io.ordersync.benchmarks.accept;

/** What order-service does with an order before it answers. */
enum Variant {
    /** As it is: sends, and answers when the broker has acknowledged, without holding a thread meanwhile. */
    OURS("ours"),
    /** Acknowledges at once and sends nothing. */
    LIMIT("limit"),
    /** Sends, and holds the request's thread until the broker has acknowledged. */
    ALTERNATIVE("alternative");

    private final String label;

    Variant(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
