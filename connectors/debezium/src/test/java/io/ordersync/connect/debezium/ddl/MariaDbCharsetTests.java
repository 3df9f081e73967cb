package io.ordersync.connect.debezium.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ascii",
                "big5",
                "cp1250",
                "cp1251",
                "cp1256",
                "cp1257",
                "cp850",
                "cp852",
                "gb2312",
                "koi8r",
                "latin2",
                "latin5",
                "latin7",
                "macce",
                "macroman",
                "utf8",
                "utf8mb3",
                "UTF8MB4",
                "latin1",
                "gbk"
            })
    void readsEachCharacterSetByItsName(String charset) {
        assertThat(MariaDbCharset.decode(charset, new byte[] {'a'})).isEqualTo("a");
    }

    @Test
    void readsUtf16AndRefusesUnknownNames() {
        assertThat(MariaDbCharset.decode("unknown", new byte[] {'a'})).isNull();
        assertThat(MariaDbCharset.decode("utf16le", new byte[] {'a', 0})).isEqualTo("a");
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
