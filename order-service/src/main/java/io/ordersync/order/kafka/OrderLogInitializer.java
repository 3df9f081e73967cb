package io.ordersync.order.kafka;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Opens the log when the service starts: the topics exist and the producer knows them. While that fails the service runs
 * all the same: it reads orders, and refuses to take any with 503.
 */
@Component
class OrderLogInitializer implements ApplicationRunner, DisposableBean {

    private final TopicSetUp topics;
    private final ProducerWarmUp producer;
    private final BrokerTask opening = new BrokerTask("Opening the log of orders", this::open);
    private volatile boolean open;

    OrderLogInitializer(TopicSetUp topics, ProducerWarmUp producer) {
        this.topics = topics;
        this.producer = producer;
    }

    /** Whether orders can be appended. A send before that might have the broker make the topic, with its defaults. */
    boolean isDone() {
        return open;
    }

    @Override
    public void run(ApplicationArguments args) {
        opening.begin();
    }

    @Override
    public void destroy() {
        opening.close();
    }

    /** Dead letters come last: orders can do without them. */
    private void open() throws Exception {
        topics.makeOrders();
        producer.warmUp();
        open = true;
        topics.makeDeadLetters();
    }
}
