package io.ordersync.connect.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Authorization} in the form of RFC 6750: {@code Bearer TOKEN}. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /**
     * Returns nothing if the header has another scheme.
     *
     * @param header null if the request has none
     */
    static Optional<String> of(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
