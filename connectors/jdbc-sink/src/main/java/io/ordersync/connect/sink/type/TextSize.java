package io.ordersync.connect.sink.type;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Counts the bytes of values in the text of a statement: an upper bound for small values, the exact size of large ones. */
public final class TextSize {

    private static final int LARGE = 100_000;
    private static final int QUOTES = 12;
    private static final int NUMBER = 30;

    private TextSize() {}

    public static long measure(@Nullable Object[] values) {
        long size = 0;
        for (Object value : values) {
            size += measure(value);
        }
        return size;
    }

    private static long measure(@Nullable Object value) {
        if (value instanceof String text) {
            return QUOTES + (text.length() < LARGE ? 3L * text.length() : exactly(text));
        }
        if (value instanceof byte[] bytes) {
            return QUOTES + (bytes.length < LARGE ? 2L * bytes.length : exactly(bytes));
        }
        if (value instanceof BigDecimal decimal) {
            return NUMBER + decimal.precision() + Math.abs((long) decimal.scale());
        }
        return NUMBER;
    }

    /** The size in UTF-8, with a backslash before each character that needs one. Half a surrogate pair takes two bytes. */
    private static long exactly(String text) {
        long size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c < 0x80 ? (isEscaped(c) ? 2 : 1) : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return size;
    }

    private static long exactly(byte[] bytes) {
        long size = bytes.length;
        for (byte b : bytes) {
            size += isEscaped(b) ? 1 : 0;
        }
        return size;
    }

    private static boolean isEscaped(int c) {
        return c == '\'' || c == '"' || c == '\\' || c == 0;
    }
}
