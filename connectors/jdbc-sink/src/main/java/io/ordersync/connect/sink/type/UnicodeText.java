package io.ordersync.connect.sink.type;

/** Checks texts for characters that do not exist in UTF-8. */
final class UnicodeText {

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
