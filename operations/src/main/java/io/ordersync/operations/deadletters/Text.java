package io.ordersync.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import org.jspecify.annotations.Nullable;

/** Bytes that anybody may have sent, as text. */
final class Text {

    private static final String NONE = "(none)";

    private Text() {}

    /** One line that does nothing to a terminal: what is not printable UTF-8 is escaped, and so is the backslash. */
    static String printable(byte @Nullable [] bytes) {
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

    static String printable(CharSequence characters) {
        StringBuilder text = new StringBuilder(characters.length());
        characters.codePoints().forEach(codePoint -> append(text, codePoint));
        return text.toString();
    }

    /** The text itself if the bytes are UTF-8, else as {@link #printable}. */
    static @Nullable String exact(byte @Nullable [] bytes) {
        try {
            return bytes == null
                    ? null
                    : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return printable(bytes);
        }
    }

    /** At most so many characters, the last three of them dots if something was cut off. */
    static String cut(String text, int length) {
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

    /** Of the invisible characters only the space: others move the cursor, hide text or turn its direction. */
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
