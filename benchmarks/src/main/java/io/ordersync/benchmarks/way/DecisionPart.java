package io.ordersync.benchmarks.way;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * From the broker's acknowledgement of a pending order to its committed outcome on the topic; where the outcome is known
 * first, from its sending.
 */
record DecisionPart(Run run) {

    Times travel(Pace pace) throws Exception {
        String brokers = run.servers().bootstrapServers();
        Topic topic = new Topic(brokers, Topics.ORDERS);
        SampleOrders orders = new SampleOrders(1000);
        Map<UUID, Long> sent = new ConcurrentHashMap<>();
        try (OutcomeWatch watch = new OutcomeWatch(brokers, sent);
                KafkaProducer<byte[], byte[]> producer = topic.producer()) {
            pace.keep((number, due) -> {
                OrderRecord order = orders.next(OrderStatus.PENDING);
                sent.put(order.orderId(), System.nanoTime()); // its outcome may be here before its acknowledgement
                producer.send(topic.record(order), (done, failure) -> sent.put(order.orderId(), System.nanoTime()));
            });
            watch.await(pace.steps());
            return Times.of(watch.latencies());
        }
    }

    static UUID id(byte[] key) {
        return UUID.fromString(new String(key, UTF_8));
    }
}
