package io.ordersync.benchmarks.way;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;

/** From the broker's acknowledgement of a confirmed order to its row; nobody decides anything. */
record SinkPart(Run run) {

    Times travel(Pace pace) throws Exception {
        Topic topic = new Topic(run.servers().bootstrapServers(), Topics.ORDERS);
        SampleOrders orders = new SampleOrders(1000);
        try (RowWatch watch = new RowWatch(run.servers().database());
                KafkaProducer<byte[], byte[]> producer = topic.producer()) {
            pace.keep((number, due) -> {
                OrderRecord order = orders.next(OrderStatus.CONFIRMED);
                producer.send(topic.record(order), (sent, failure) -> watch.expect(order.orderId(), System.nanoTime()));
            });
            watch.await(pace.steps());
            return Times.of(watch.latencies());
        }
    }
}
