package io.ordersync.operations.deadletters.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import org.jspecify.annotations.Nullable;

/** Turns bytes of unknown origin into text. */
public final class PrintableText {

    private static final String NONE = "(none)";

    private PrintableText() {}

    /** One line without control sequences: the backslash is escaped, and so is all that is not printable UTF-8. */
    public static String printable(byte @Nullable [] bytes) {
        if (bytes == null) {
            return NONE;
        }
        StringBuilder text = new StringBuilder(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = UTF_8.newDecoder();
        CoderResult result;
        do {
            result = decoder.decode(in, characters, true);
            text.append(printable(characters.flip()));
            characters.clear();
            for (int wrong = 0; result.isError() && wrong < result.length(); wrong++) {
                text.append("\\x%02x".formatted(in.get()));
            }
        } while (!result.isUnderflow());
        return text.toString();
    }

    public static String printable(CharSequence characters) {
        StringBuilder text = new StringBuilder(characters.length());
        characters.codePoints().forEach(codePoint -> append(text, codePoint));
        return text.toString();
    }

    /** The text itself if the bytes are UTF-8, else as {@link #printable}. */
    public static @Nullable String exact(byte @Nullable [] bytes) {
        try {
            return bytes == null
                    ? null
                    : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return printable(bytes);
        }
    }

    /** At most {@code length} characters. If the text is longer, it ends in three dots. */
    public static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 3)) + "...";
    }

    private static void append(StringBuilder text, int codePoint) {
        switch (codePoint) {
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (isPrintable(codePoint)) {
                    text.appendCodePoint(codePoint);
                } else {
                    text.append("\\u{%x}".formatted(codePoint));
                }
            }
        }
    }

    /** Invisible characters other than the space can move the cursor, hide text or change its direction. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
