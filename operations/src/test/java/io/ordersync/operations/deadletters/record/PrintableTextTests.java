package io.ordersync.operations.deadletters.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTests {

    @Test
    void keepsPrintableText() {
        assertThat(PrintableText.printable(utf8("주문 42 é 😀"))).isEqualTo("주문 42 é 😀");
        assertThat(PrintableText.printable(new byte[0])).isEmpty();
        assertThat(PrintableText.printable((byte[]) null)).isEqualTo("(none)");
    }

    @Test
    void escapesControlCharacters() {
        assertThat(PrintableText.printable(utf8("\u001b[2J\r\n\t\u0000"))).isEqualTo("\\u{1b}[2J\\r\\n\\t\\u{0}");
        assertThat(PrintableText.printable(utf8("\u009b\u202e\u2028"))).isEqualTo("\\u{9b}\\u{202e}\\u{2028}");
    }

    @Test
    void escapesBytesThatAreNotUtf8() {
        assertThat(PrintableText.printable(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe2, (byte) 0x82}))
                .isEqualTo("a\\xffb\\xe2\\x82");
    }

    @Test
    void escapesTheBackslash() {
        assertThat(PrintableText.printable(utf8("\\xff"))).isEqualTo("\\\\xff");
    }

    @Test
    void exactTextIsNotEscaped() {
        assertThat(PrintableText.exact(utf8("a\\\n\u001b"))).isEqualTo("a\\\n\u001b");
        assertThat(PrintableText.exact(new byte[] {'a', (byte) 0xff})).isEqualTo("a\\xff");
        assertThat(PrintableText.exact(null)).isNull();
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(PrintableText.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PrintableText.cut("abcdefg", 6)).isEqualTo("abc...");
        assertThat(PrintableText.cut("😀😀😀😀😀😀😀", 6)).isEqualTo("😀😀😀...");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
