package io.ordersync.connect.sink.type;

import org.jspecify.annotations.Nullable;

/** Checks texts for characters that do not exist in UTF-8. */
final class UnicodeText {

    private static final char REPLACEMENT = '\ufffd';

    private UnicodeText() {}

    /**
     * Returns the text.
     *
     * @throws UnstorableRecordException if it contains half a surrogate pair: the driver would send a question mark instead
     */
    static String check(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                checkPairs(text, i);
                return text;
            }
        }
        return text;
    }

    static @Nullable Object requireDecoded(@Nullable Object key) {
        if (key instanceof String text && text.indexOf(REPLACEMENT) >= 0) {
            throw UnstorableRecordException.notUtf8();
        }
        return key;
    }

    private static void checkPairs(String text, int begin) {
        int next = begin;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            if (Character.getType(point) == Character.SURROGATE) {
                throw UnstorableRecordException.halfSurrogatePair(next);
            }
            next += Character.charCount(point);
        }
    }
}
