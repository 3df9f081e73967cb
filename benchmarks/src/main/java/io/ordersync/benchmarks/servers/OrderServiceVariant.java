package io.ordersync.benchmarks.servers;

/** The variants of order-service that the stage {@code accept} compares. They differ in their log of orders only. */
public enum OrderServiceVariant {
    /** The service as it is: sends an order, and answers when the broker has acknowledged, without holding a thread. */
    OURS("ours", "ParentProcessWatch"),
    /** Acknowledges an order at once and sends nothing. */
    LIMIT("limit", "ImmediateOrderLog"),
    /** Sends an order, and holds the request's thread until the broker has acknowledged. */
    ALTERNATIVE("alternative", "BlockingOrderLog");

    private final String label;
    private final String addedBean;

    OrderServiceVariant(String label, String addedBean) {
        this.label = label;
        this.addedBean = addedBean;
    }

    /** The variant's name in reports, log files and containers. */
    public String label() {
        return label;
    }

    /**
     * The class that Spring adds to order-service. The class is given by its name because only order-service has Spring on
     * its class path.
     */
    public String addedBean() {
        return "io.ordersync.benchmarks.variants." + addedBean;
    }
}
