package io.ordersync.system;

import static org.awaitility.Awaitility.await;

import io.ordersync.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The running system as tests use it. */
class Shop implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final OrdersTopic topic;
    private final Tables tables;

    private Shop(LocalStack stack) {
        this.stack = stack;
        this.topic = new OrdersTopic(stack.broker().bootstrapServers());
        this.tables = new Tables(stack.mariaDb());
    }

    /** A system of two instances of each service, started now; whoever starts it closes it. */
    static Shop open(String name) {
        return new Shop(LocalStack.forTests(name, 2, 2).startedOrClosed());
    }

    LocalStack stack() {
        return stack;
    }

    OrdersTopic topic() {
        return topic;
    }

    Tables tables() {
        return tables;
    }

    /** The n-th order-service, counted from 1. */
    OrderApi orders(int instance) {
        return new OrderApi(stack.orderService(instance).url());
    }

    /** A product that no other test knows. */
    String newProduct(int unitPrice, int stock) {
        String id = "P-" + UUID.randomUUID();
        tables.insertProduct(id, unitPrice, stock);
        return id;
    }

    /** Waits until every one of these orders is a row with a final status. */
    void awaitDecided(List<UUID> orders) {
        await().atMost(SOON).untilAsserted(() -> tables.assertDecided(orders));
    }

    /** Waits until catalog-service and the sink have consumed all that is on the topic now. */
    void awaitConsumed() {
        topic.awaitConsumedBy("catalog-service", SOON);
        topic.awaitConsumedBy("connect-orders-sink", SOON);
    }

    @Override
    public void close() {
        topic.close();
        stack.close();
    }
}
