package io.ordersync.connect.uuid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.StringConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference is Connect's own {@link StringConverter}. */
class UuidStringConverterTests {

    private static final String ID = "0190a1b2-c3d4-7e5f-8a6b-112233445566";

    private final StringConverter reference = new StringConverter();
    private final UuidStringConverter converter = new UuidStringConverter();

    UuidStringConverterTests() {
        reference.configure(Map.of(), true);
        converter.configure(Map.of(), true);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {ID, "00000000-0000-0000-0000-000000000000"})
    void readsAUuidOrNull(String text) {
        byte[] key = text == null ? null : text.getBytes(UTF_8);

        assertThat(converter.toConnectData("t", key)).isEqualTo(reference.toConnectData("t", key));
    }

    @Test
    void readsEveryUuidInItsStandardSpelling() {
        for (int i = 0; i < 1000; i++) {
            String id = UUID.randomUUID().toString();
            assertThat(converter.toConnectData("t", id.getBytes(UTF_8)).value()).isEqualTo(id);
        }
    }

    /** MariaDB treats most of these as the same id. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0190A1B2-C3D4-7E5F-8A6B-112233445566",
                "0190a1b2-c3d4-7e5f-8a6b-11223344556F",
                "0190a1b2c3d47e5f8a6b112233445566",
                "{0190a1b2-c3d4-7e5f-8a6b-112233445566}",
                "0190a1b2-c3d4-7e5f-8a6b-112233445566 ",
                "190a1b2-c3d4-7e5f-8a6b-112233445566",
                "0190a1b2-c3d4-7e5f-8a6b-11223344556",
                "1-1-1-1-1",
                "no uuid",
                ""
            })
    void refusesOtherSpellings(String text) {
        assertThatThrownBy(() -> converter.toConnectData("t", text.getBytes(UTF_8)))
                .isInstanceOf(DataException.class)
                .hasMessage("The key must be a UUID of 36 characters in lower case");
    }
}
