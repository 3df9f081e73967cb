package io.ordersync.benchmarks.endtoend;

import io.ordersync.benchmarks.data.SampleOrders;
import io.ordersync.benchmarks.kafka.OrderTopic;
import io.ordersync.benchmarks.measure.OpenLoop;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Measures the sink alone: from the broker's acknowledgement of a confirmed order to its row. */
record SinkLatency(BenchmarkRun run) {

    LatencySummary measure(OpenLoop load) throws Exception {
        OrderTopic topic = new OrderTopic(run.servers().bootstrapServers(), Topics.ORDERS);
        SampleOrders orders = new SampleOrders(1000);
        try (RowWatcher watcher = new RowWatcher(run.servers().database());
                KafkaProducer<byte[], byte[]> producer = topic.producer()) {
            load.run((number, due) -> {
                OrderRecord order = orders.create(OrderStatus.CONFIRMED);
                producer.send(
                        topic.toRecord(order), (sent, failure) -> watcher.expect(order.orderId(), System.nanoTime()));
            });
            watcher.await(load.steps());
            return LatencySummary.of(watcher.latencies());
        }
    }
}
