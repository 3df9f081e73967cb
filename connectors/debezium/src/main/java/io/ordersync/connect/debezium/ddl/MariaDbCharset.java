package io.ordersync.connect.debezium.ddl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A character set as MariaDB reads it. Debezium reads some with a similar one of Java: of {@code euckr} it loses most Korean
 * syllables, and {@code armscii8} becomes Western European.
 *
 * @param similar the character set of Java
 * @param differing the characters that differ, by those that Java reads
 * @param first the smallest character that Java reads and that differs
 */
record MariaDbCharset(Charset similar, Map<Character, Character> differing, char first) {

    private static final int HEXADECIMAL = 16;

    private static final Map<String, MariaDbCharset> BY_NAME = read();

    /** Returns the character set, or null if Debezium reads it as MariaDB does. */
    static @Nullable MariaDbCharset of(@Nullable String name) {
        return name == null ? null : BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** Returns the text of bytes in any character set of MariaDB, or null if it is unknown. */
    static @Nullable String decode(String name, byte[] bytes) {
        MariaDbCharset charset = of(name);
        if (charset != null) {
            return charset.decode(bytes);
        }
        String similar = javaName(name.toLowerCase(Locale.ROOT));
        return Charset.isSupported(similar) ? new String(bytes, Charset.forName(similar)) : null;
    }

    /** Java knows the other character sets by the name that MariaDB gives them. */
    private static String javaName(String name) {
        return switch (name) {
            case "utf8mb3", "utf8mb4" -> "UTF-8";
            case "utf16le" -> "UTF-16LE";
            case "koi8r" -> "KOI8-R";
            case "latin7" -> "ISO-8859-13";
            case "macce" -> "x-MacCentralEurope";
            case "macroman" -> "x-MacRoman";
            default -> name;
        };
    }

    String decode(byte[] bytes) {
        String text = new String(bytes, similar);
        if (differing.isEmpty()) {
            return text;
        }
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= first) {
                characters[i] = differing.getOrDefault(characters[i], characters[i]);
            }
        }
        return new String(characters);
    }

    private static Map<String, MariaDbCharset> read() {
        Properties definitions = new Properties();
        try (InputStream file = MariaDbCharset.class.getResourceAsStream("charsets.properties")) {
            definitions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, MariaDbCharset> charsets = new HashMap<>();
        definitions.forEach((name, definition) ->
                charsets.put(name.toString(), parse(definition.toString().split("\\s+"))));
        return charsets;
    }

    private static MariaDbCharset parse(String[] words) {
        Map<Character, Character> differing = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=");
            differing.put(character(pair[0]), character(pair[1]));
        }
        char first = differing.keySet().stream().min(Character::compare).orElse(Character.MAX_VALUE);
        return new MariaDbCharset(Charset.forName(words[0]), Map.copyOf(differing), first);
    }

    private static char character(String code) {
        return (char) Integer.parseInt(code, HEXADECIMAL);
    }
}
