package io.ordersync.catalog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.contract.UnreadableOrderRecord;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** An order that is to be decided, and the record that asks for it, of which neither key nor value is trusted. */
record OrderRequest(OrderRecord order, ConsumerRecord<RecordBytes, RecordBytes> record) {

    /**
     * What a record asks to be decided, or nothing if it is an outcome. An outcome that was replayed from the dead
     * letters counts as a request: a newer one may have been written since, so the ledger has to speak.
     *
     * @throws UnreadableOrderRecord also if the key is another one: order per key is what makes a decision final
     */
    static Optional<OrderRequest> in(ConsumerRecord<RecordBytes, RecordBytes> record) {
        OrderRecord order = OrderEnvelope.read(read(record.value()));
        if (!Arrays.equals(read(record.key()), order.orderId().toString().getBytes(UTF_8))) {
            throw new UnreadableOrderRecord("the key is not the payload's order_id");
        }
        return order.status().isFinal() && !isReplayed(record)
                ? Optional.empty()
                : Optional.of(new OrderRequest(order, record));
    }

    private static byte @Nullable [] read(@Nullable RecordBytes bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.size() > DeadLetters.MAX_BYTES) {
            throw new UnreadableOrderRecord(
                    "%d bytes are more than the %d that are read".formatted(bytes.size(), DeadLetters.MAX_BYTES));
        }
        return bytes.bytes();
    }

    private static boolean isReplayed(ConsumerRecord<RecordBytes, RecordBytes> record) {
        return record.headers().lastHeader(Topics.REPLAYED_HEADER) != null;
    }
}
