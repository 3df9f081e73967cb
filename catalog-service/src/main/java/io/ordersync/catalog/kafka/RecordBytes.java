package io.ordersync.catalog.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A key or a value as it came. No setting of Kafka's bounds what a compressed batch unpacks to, and a poll brings many
 * records: so what is larger than any order is held packed, and takes about as much memory as it took on the topic.
 */
final class RecordBytes {

    private static final int LARGEST_UNPACKED = 16 * 1024;

    private final byte[] held;
    private final int size;

    private RecordBytes(byte[] held, int size) {
        this.held = held;
        this.size = size;
    }

    static RecordBytes of(ByteBuffer bytes) {
        int size = bytes.remaining();
        return new RecordBytes(size > LARGEST_UNPACKED ? packed(bytes) : copied(bytes), size);
    }

    int size() {
        return size;
    }

    /** Bytes of memory that this takes. */
    int heldSize() {
        return held.length;
    }

    /** All of them, unpacked by each call anew; not to be changed. */
    byte[] bytes() {
        return size > LARGEST_UNPACKED ? unpacked() : held;
    }

    private static byte[] copied(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }

    private static byte[] packed(ByteBuffer bytes) {
        var packed = new ByteArrayOutputStream();
        try (WritableByteChannel out = Channels.newChannel(new GZIPOutputStream(packed))) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private byte[] unpacked() {
        byte[] bytes = new byte[size];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(held))) {
            in.readNBytes(bytes, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }
}
