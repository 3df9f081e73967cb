package io.ordersync.catalog.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBytesTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16 * 1024, 16 * 1024 + 1, 1_000_000})
    void keepsEveryByte(int size) {
        byte[] bytes = random(size);

        RecordBytes kept = RecordBytes.of(ByteBuffer.wrap(bytes));

        assertThat(kept.size()).isEqualTo(size);
        assertThat(kept.bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void copiesItsPartOfALargerBuffer(int size) {
        ByteBuffer buffer = ByteBuffer.wrap(random(3 * size));
        ByteBuffer part = buffer.slice(size, size);

        RecordBytes kept = RecordBytes.of(part);
        byte[] expected = new byte[size];
        buffer.get(size, expected);
        buffer.put(size, new byte[size]);

        assertThat(kept.bytes()).isEqualTo(expected);
    }

    @Test
    void keepsHighlyCompressibleBytesInLittleMemory() {
        ByteBuffer zeros = ByteBuffer.allocate(20_000_000);

        int held = RecordBytes.of(zeros).heldSize();

        assertThat(held).isLessThan(zeros.capacity() / 500);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
