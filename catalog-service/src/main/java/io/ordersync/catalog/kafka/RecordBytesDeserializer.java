package io.ordersync.catalog.kafka;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the bytes from the consumer's buffer without a copy, which a large record would need in memory too. */
public final class RecordBytesDeserializer implements Deserializer<RecordBytes> {

    @Override
    public @Nullable RecordBytes deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : RecordBytes.of(ByteBuffer.wrap(bytes));
    }

    @Override
    public @Nullable RecordBytes deserialize(String topic, Headers headers, @Nullable ByteBuffer bytes) {
        return bytes == null ? null : RecordBytes.of(bytes);
    }
}
