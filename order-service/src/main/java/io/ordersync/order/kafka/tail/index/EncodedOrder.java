package io.ordersync.order.kafka.tail.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as a few bytes: the envelope on the topic has more than ten times as many. */
final class EncodedOrder {

    private static final OrderStatus[] STATUSES = OrderStatus.values();

    /** A text of 64 characters has at most 192 bytes. */
    private static final byte NO_TEXT = (byte) 255;

    private static final int FIXED = 2 * Long.BYTES + 1 + 2 * Integer.BYTES + 2 * Long.BYTES + 3;

    private EncodedOrder() {}

    static byte[] encode(Order order) {
        byte[] user = order.userId().getBytes(UTF_8);
        byte[] product = order.productId().getBytes(UTF_8);
        byte @Nullable [] reason =
                order.reason() == null ? null : order.reason().getBytes(UTF_8);
        var bytes = ByteBuffer.allocate(FIXED + user.length + product.length + (reason == null ? 0 : reason.length));
        bytes.putLong(order.id().getMostSignificantBits()).putLong(order.id().getLeastSignificantBits());
        bytes.put((byte) order.status().ordinal());
        bytes.putInt(order.qty()).putInt(order.unitPrice());
        bytes.putLong(order.createdAt().toEpochMilli())
                .putLong(order.updatedAt().toEpochMilli());
        put(bytes, user);
        put(bytes, product);
        put(bytes, reason);
        return bytes.array();
    }

    /** Reads an order at the position of the buffer. */
    static Order decode(ByteBuffer bytes) {
        var id = new UUID(bytes.getLong(), bytes.getLong());
        OrderStatus status = STATUSES[bytes.get()];
        int qty = bytes.getInt();
        int unitPrice = bytes.getInt();
        Instant createdAt = Instant.ofEpochMilli(bytes.getLong());
        Instant updatedAt = Instant.ofEpochMilli(bytes.getLong());
        String user = text(bytes);
        String product = text(bytes);
        String reason = text(bytes);
        return new Order(id, user, product, qty, unitPrice, qty * unitPrice, status, reason, createdAt, updatedAt);
    }

    private static void put(ByteBuffer bytes, byte @Nullable [] text) {
        if (text == null) {
            bytes.put(NO_TEXT);
        } else {
            bytes.put((byte) text.length).put(text);
        }
    }

    private static @Nullable String text(ByteBuffer bytes) {
        byte length = bytes.get();
        if (length == NO_TEXT) {
            return null;
        }
        byte[] text = new byte[Byte.toUnsignedInt(length)];
        bytes.get(text);
        return new String(text, UTF_8);
    }
}
