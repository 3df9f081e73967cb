package io.ordersync.setup.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** Keys and certificates as text (RFC 7468). */
public final class PemBlock {

    private static final int LINE_LENGTH = 64;

    private PemBlock() {}

    public static String write(String label, byte[] content) {
        String lines =
                Base64.getMimeEncoder(LINE_LENGTH, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, lines);
    }

    /** @throws IllegalArgumentException if the text has no block with this label */
    public static byte[] read(String label, String text) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("There is no " + label + " in PEM");
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    }
}
