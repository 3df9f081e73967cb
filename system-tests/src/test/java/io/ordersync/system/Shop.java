package io.ordersync.system;

import static org.awaitility.Awaitility.await;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The running system as tests use it. */
public class Shop implements AutoCloseable {

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
        return of(TestStacks.forTests(name, 2, 2).startedOrClosed());
    }

    /** A system that runs already, and is stopped when the shop is closed. */
    public static Shop of(LocalStack stack) {
        return new Shop(stack);
    }

    public LocalStack stack() {
        return stack;
    }

    public OrdersTopic topic() {
        return topic;
    }

    public Tables tables() {
        return tables;
    }

    /** The n-th order-service, counted from 1. */
    public OrderApi orders(int instance) {
        return new OrderApi(stack.orderService(instance).url());
    }

    /** The n-th catalog-service, counted from 1. */
    public OrderApi catalog(int instance) {
        return new OrderApi(stack.catalogService(instance).url());
    }

    /** A product that no other test knows. */
    public String newProduct(int unitPrice, int stock) {
        String id = "P-" + UUID.randomUUID();
        tables.insertProduct(id, unitPrice, stock);
        return id;
    }

    /** Waits until every one of these orders is a row with a final status. */
    void awaitDecided(List<UUID> orders) {
        await().atMost(SOON).untilAsserted(() -> tables.assertDecided(orders));
    }

    /** Waits until catalog-service and the sink have consumed all that is on the topic now. */
    public void awaitConsumed() {
        topic.awaitConsumedBy("catalog-service", SOON);
        topic.awaitConsumedBy("connect-orders-sink", SOON);
    }

    @Override
    public void close() {
        topic.close();
        stack.close();
    }
}
