package io.ordersync.catalog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.UnreadableOrderRecord;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes an order out of a record, and trusts neither its key nor its value. */
final class OrderRecordReader {

    private OrderRecordReader() {}

    /** @throws UnreadableOrderRecord also if the key is another one: order per key is what makes a decision final */
    static OrderRecord read(ConsumerRecord<byte[], byte[]> record) {
        OrderRecord order = OrderEnvelope.read(record.value());
        if (!Arrays.equals(record.key(), order.orderId().toString().getBytes(UTF_8))) {
            throw new UnreadableOrderRecord("the key is not the payload's order_id");
        }
        return order;
    }
}
