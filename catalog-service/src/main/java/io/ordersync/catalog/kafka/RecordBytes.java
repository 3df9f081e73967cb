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
 * The unchanged bytes of a key or a value. Kafka does not limit the unpacked size of a compressed batch, and a poll
 * returns many records. So bytes that are larger than any order are kept compressed, and need about as much memory as on
 * the topic.
 */
public final class RecordBytes {

    /**
     * The largest record, unpacked, that is read or sent to the dead-letter topic completely. Sending it needs its size
     * twice, for the record and for the producer's buffer: 48 MB of a heap of 320 MB, which also holds batches and
     * requests. The producer's {@code max.request.size} leaves 1 MB above it for the cause.
     */
    public static final int MAX_BYTES = 24 * 1024 * 1024;

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

    /** Returns the number of unpacked bytes. */
    public int size() {
        return size;
    }

    /** Returns the number of bytes that are kept in memory. */
    int heldSize() {
        return held.length;
    }

    /** Returns all bytes. Each call unpacks them again. The caller must not change them. */
    public byte[] bytes() {
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
