package io.ordersync.connect.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidConverterTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01a1fd89-a3af-71a3-b597-f2fa02c092e9",
                "f3c0616f-f456-5593-9347-d1fd19a96f00",
                "f3c0616f-f456-5593-9347-d10000000000",
                "00000000-f456-7593-9347-d1fd19a96f5f",
                "00000000-0000-0000-0000-000000000000"
            })
    void restoresTheZerosThatTheBinaryLogOmits(String uuid) {
        assertThat(UuidConverter.text(withoutTrailingZeros(UUID.fromString(uuid))))
                .isEqualTo(uuid);
    }

    @Test
    void readsTheValueOfAQuery() {
        UUID uuid = UUID.randomUUID();
        assertThat(UuidConverter.text(uuid)).isEqualTo(uuid.toString());
        assertThat(UuidConverter.text(null)).isNull();
    }

    private static byte[] withoutTrailingZeros(UUID uuid) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        int length = 16;
        while (length > 0 && bytes.get(length - 1) == 0) {
            length--;
        }
        return Arrays.copyOf(bytes.array(), length);
    }
}
