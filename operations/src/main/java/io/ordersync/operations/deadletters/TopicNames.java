package io.ordersync.operations.deadletters;

import java.util.List;

/** The names that are agreed with the services; of a copy of their own, since a plugin's jar carries no contract. */
final class TopicNames {

    static final String ORDERS = "orders";

    /** What catalog-service could not read, and what the sink could not read or write. */
    static final List<String> DEAD_LETTERS = List.of("orders-dlt", "orders-sink-dlq");

    /** Which dead letters have been replayed, and where to; compacted. */
    static final String REPLAYS = "orders-replays";

    /** The header of a replayed record; its value is the address of the dead letter. */
    static final String REPLAYED_FROM = "order-sync-replayed-from";

    private TopicNames() {}
}
