package io.ordersync.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTests {

    @Test
    void leavesWhatCanBePrinted() {
        assertThat(Text.printable(utf8("주문 42 é 😀"))).isEqualTo("주문 42 é 😀");
        assertThat(Text.printable(new byte[0])).isEmpty();
        assertThat(Text.printable((byte[]) null)).isEqualTo("(none)");
    }

    @Test
    void escapesWhatATerminalWouldObey() {
        assertThat(Text.printable(utf8("\u001b[2J\r\n\t\u0000"))).isEqualTo("\\u{1b}[2J\\r\\n\\t\\u{0}");
        assertThat(Text.printable(utf8("\u009b\u202e\u2028"))).isEqualTo("\\u{9b}\\u{202e}\\u{2028}");
    }

    @Test
    void escapesBytesThatAreNoText() {
        assertThat(Text.printable(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe2, (byte) 0x82}))
                .isEqualTo("a\\xffb\\xe2\\x82");
    }

    @Test
    void keepsWhatItEscapesApartFromWhatLooksLikeIt() {
        assertThat(Text.printable(utf8("\\xff"))).isEqualTo("\\\\xff");
    }

    @Test
    void givesProgramsTheTextItself() {
        assertThat(Text.exact(utf8("a\\\n\u001b"))).isEqualTo("a\\\n\u001b");
        assertThat(Text.exact(new byte[] {'a', (byte) 0xff})).isEqualTo("a\\xff");
        assertThat(Text.exact(null)).isNull();
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Text.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Text.cut("abcdefg", 6)).isEqualTo("abc...");
        assertThat(Text.cut("😀😀😀😀😀😀😀", 6)).isEqualTo("😀😀😀...");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
