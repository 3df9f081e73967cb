package io.ordersync.catalog.kafka.listener;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.catalog.kafka.RecordBytes;
import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.contract.UnreadableOrderRecord;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** An order to decide, and the record that requests it. */
record OrderRequest(OrderRecord order, ConsumerRecord<RecordBytes, RecordBytes> record) {

    /**
     * Reads the request of a record. The result is empty if the record is an outcome. An outcome that was replayed from
     * the dead letters is a request: it may be older than the ledger, so it is answered from there.
     *
     * @throws UnreadableOrderRecord if the value is no order, or if the key is not its id: Kafka keeps the order of
     *     records with the same key only
     */
    static Optional<OrderRequest> fromRecord(ConsumerRecord<RecordBytes, RecordBytes> record) {
        OrderRecord order = OrderFormat.read(read(record.value()));
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
        if (bytes.size() > RecordBytes.MAX_BYTES) {
            throw new UnreadableOrderRecord("the record has %d bytes, more than the limit of %d"
                    .formatted(bytes.size(), RecordBytes.MAX_BYTES));
        }
        return bytes.bytes();
    }

    private static boolean isReplayed(ConsumerRecord<RecordBytes, RecordBytes> record) {
        return record.headers().lastHeader(Topics.REPLAYED_HEADER) != null;
    }
}
