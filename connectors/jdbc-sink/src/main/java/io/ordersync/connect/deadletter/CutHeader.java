package io.ordersync.connect.deadletter;

import java.util.Arrays;
import org.apache.kafka.common.header.Header;

/** The beginning of a header's text in UTF-8; does not end within a character. */
record CutHeader(String key, byte[] value) implements Header {

    CutHeader(Header header, int longest) {
        this(header.key(), Arrays.copyOf(header.value(), end(header.value(), longest)));
    }

    private static int end(byte[] text, int longest) {
        int end = longest;
        while (end > 0 && (text[end] & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }
}
