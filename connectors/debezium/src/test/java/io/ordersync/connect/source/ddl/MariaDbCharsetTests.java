package io.ordersync.connect.source.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbCharsetTests {

    @ParameterizedTest
    @CsvSource({
        "euckr, 94ee, 뷁",
        "EUCKR, b9b0, 물",
        "cp932, 8740, ①",
        "koi8u, a7, ї",
        "latin1, 80, €",
        "armscii8, b2, Ա",
        "swe7, 7d, å",
        "utf16, d83edd8a, 🦊",
        "utf32, 0001f98a, 🦊"
    })
    void readsTextsAsMariaDbDoes(String charset, String bytes, String text) {
        assertThat(MariaDbCharset.of(charset).decode(HexFormat.of().parseHex(bytes)))
                .isEqualTo(text);
    }

    @Test
    void keepsAByteOrderMark() {
        assertThat(MariaDbCharset.of("utf16").decode(new byte[] {(byte) 0xfe, (byte) 0xff, 0, 'a'}))
                .isEqualTo("\ufeffa");
    }

    @Test
    void leavesOtherCharacterSetsToDebezium() {
        assertThat(MariaDbCharset.of("utf8mb4")).isNull();
        assertThat(MariaDbCharset.of(null)).isNull();
    }
}
