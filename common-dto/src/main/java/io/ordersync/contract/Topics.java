package io.ordersync.contract;

/** The topics by which the services and the connectors meet. */
public final class Topics {

    /** The log of order state: key = order id as text, value = {@link OrderEnvelope}; compacted. */
    public static final String ORDERS = "orders";

    /** Records of {@link #ORDERS} that catalog-service could not read, as they were, with the cause in headers. */
    public static final String ORDERS_DLT = "orders-dlt";

    /** Records of {@link #ORDERS} that the sink could not read or the database refused. */
    public static final String ORDERS_SINK_DLQ = "orders-sink-dlq";

    /**
     * Header of a record of {@link #ORDERS} that was replayed from a dead-letter topic; its value says from where. Being
     * newer by its offset and older by its content, such a record makes catalog-service publish what its ledger holds.
     */
    public static final String REPLAYED_HEADER = "order-sync-replayed-from";

    private Topics() {}
}
