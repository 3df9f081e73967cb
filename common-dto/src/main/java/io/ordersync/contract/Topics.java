package io.ordersync.contract;

/** The topics that connect the services and the connectors. */
public final class Topics {

    /** The log of order states: the key is the order id as text, the value an order in an {@link OrderFormat}; compacted. */
    public static final String ORDERS = "orders";

    /** Unchanged records of {@link #ORDERS} that catalog-service could not read, with the cause in headers. */
    public static final String ORDERS_DLT = "orders-dlt";

    /** Records of {@link #ORDERS} that the sink could not read or the database refused. */
    public static final String ORDERS_SINK_DLQ = "orders-sink-dlq";

    /**
     * Header of a record of {@link #ORDERS} that was replayed from a dead-letter topic; its value is the original
     * position. The record may be older than the order's state in spite of its newer offset, so catalog-service answers
     * it with the state in its ledger.
     */
    public static final String REPLAYED_HEADER = "order-sync-replayed-from";

    private Topics() {}
}
