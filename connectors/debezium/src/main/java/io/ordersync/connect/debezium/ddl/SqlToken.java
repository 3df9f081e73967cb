package io.ordersync.connect.debezium.ddl;

import java.util.Locale;

/**
 * A part of a statement.
 *
 * @param text the text as it is written; of a string and of a quoted name the content, without escapes
 */
record SqlToken(Kind kind, String text) {

    enum Kind {
        /** A keyword, a name or a number. */
        WORD,
        NAME,
        STRING,
        SYMBOL
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    String upperCase() {
        return text.toUpperCase(Locale.ROOT);
    }
}
