package io.ordersync.catalog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.contract.UnreadableOrderRecord;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes requests out of the records of the topic, and trusts neither key nor value. */
final class OrderRequests {

    private OrderRequests() {}

    /**
     * The order that a record asks to be decided, or nothing if the record is an outcome. An outcome that was replayed
     * from the dead letters counts as a request: a newer one may have been written since, so the ledger has to speak.
     *
     * @throws UnreadableOrderRecord also if the key is another one: order per key is what makes a decision final
     */
    static Optional<OrderRecord> of(ConsumerRecord<byte[], byte[]> record) {
        OrderRecord order = OrderEnvelope.read(record.value());
        if (!Arrays.equals(record.key(), order.orderId().toString().getBytes(UTF_8))) {
            throw new UnreadableOrderRecord("the key is not the payload's order_id");
        }
        return Optional.of(order).filter(request -> !request.status().isFinal() || isReplayed(record));
    }

    private static boolean isReplayed(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(Topics.REPLAYED_HEADER) != null;
    }
}
