package io.ordersync.order.kafka.tail;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Copies no key or value that is too large to be an order's; such a record is skipped. */
final class BoundedBytesDeserializer implements Deserializer<byte[]> {

    /** order-service and catalog-service write less than 2 KB. */
    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public byte @Nullable [] deserialize(String topic, byte @Nullable [] data) {
        return data == null || data.length > MAX_BYTES ? null : data;
    }

    @Override
    public byte @Nullable [] deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
        if (data == null || data.remaining() > MAX_BYTES) {
            return null;
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }
}
