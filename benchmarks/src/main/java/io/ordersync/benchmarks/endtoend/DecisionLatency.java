package io.ordersync.benchmarks.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.benchmarks.data.SampleOrders;
import io.ordersync.benchmarks.kafka.OrderTopic;
import io.ordersync.benchmarks.measure.OpenLoop;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Measures the decision alone: from the broker's acknowledgement of a pending order to its committed outcome on the topic.
 * If the outcome is read before the acknowledgement, the time counts from the sending.
 */
record DecisionLatency(BenchmarkRun run) {

    LatencySummary measure(OpenLoop load) throws Exception {
        String brokers = run.servers().bootstrapServers();
        OrderTopic topic = new OrderTopic(brokers, Topics.ORDERS);
        SampleOrders orders = new SampleOrders(1000);
        Map<UUID, Long> sent = new ConcurrentHashMap<>();
        try (OutcomeWatcher watcher = new OutcomeWatcher(brokers, sent);
                KafkaProducer<byte[], byte[]> producer = topic.producer()) {
            load.run((number, due) -> {
                OrderRecord order = orders.create(OrderStatus.PENDING);
                sent.put(order.orderId(), System.nanoTime()); // the outcome may come before the acknowledgement
                producer.send(topic.toRecord(order), (done, failure) -> sent.put(order.orderId(), System.nanoTime()));
            });
            watcher.await(load.steps());
            return LatencySummary.of(watcher.latencies());
        }
    }

    static UUID id(byte[] key) {
        return UUID.fromString(new String(key, UTF_8));
    }
}
