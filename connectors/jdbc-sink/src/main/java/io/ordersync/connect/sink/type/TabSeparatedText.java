package io.ordersync.connect.sink.type;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows as {@code LOAD DATA} reads them by default: a tabulator after each value, a line feed after each row, a backslash
 * before characters that would be taken for one of them. Texts are in UTF-8. For some megabytes at most.
 */
public final class TabSeparatedText {

    /** One character takes at most four bytes, or two with its backslash. */
    private static final int LONGEST_CHARACTER = 4;

    private static final int FIRST_SIZE = 64 * 1024;
    private static final int TEN = 10;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    void appendText(String text) {
        reserve(text.length() * LONGEST_CHARACTER + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                appendByte(c);
            } else {
                // The rest at once: neither half a character nor a byte of a longer one needs a backslash.
                appendUtf8(text.substring(i));
                break;
            }
        }
        endValue();
    }

    private void appendUtf8(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            appendByte(b);
        }
    }

    void appendBytes(byte[] value) {
        reserve(2 * value.length + 1);
        for (byte b : value) {
            appendByte(b);
        }
        endValue();
    }

    /** Appends digits and other characters that never need a backslash. */
    void appendAscii(String text) {
        reserve(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        endValue();
    }

    public void appendNumber(long number) {
        if (number < 0) {
            appendAscii(Long.toString(number)); // also the smallest, which has no positive counterpart
            return;
        }
        int digits = 1;
        for (long rest = number / TEN; rest > 0; rest /= TEN) {
            digits++;
        }
        reserve(digits + 1);
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        length += digits;
        endValue();
    }

    public void appendNull() {
        reserve(3);
        bytes[length++] = '\\';
        bytes[length++] = 'N';
        endValue();
    }

    private void appendByte(int b) {
        switch (b) {
            case '\\' -> appendEscaped('\\');
            case '\t' -> appendEscaped('t');
            case '\n' -> appendEscaped('n');
            case 0 -> appendEscaped('0');
            default -> bytes[length++] = (byte) b;
        }
    }

    private void appendEscaped(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void endValue() {
        bytes[length++] = '\t';
    }

    /** Ends a row after its last value. */
    public void endRow() {
        bytes[length - 1] = '\n';
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }
}
