package io.ordersync.order.web;

import io.ordersync.order.IdempotencyKey;
import io.ordersync.order.InvalidIdempotencyKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header): a string of RFC 8941, in quotes.
 * Most clients omit the quotes, so a key without quotes is accepted too and is the same key.
 */
final class IdempotencyKeyHeader {

    /** Possessive, since Java matches other repeated alternatives recursively and a long header overflows the stack. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private IdempotencyKeyHeader() {}

    /** @throws InvalidIdempotencyKey if there is more than one key, or the key is empty, too long or wrongly quoted */
    static Optional<IdempotencyKey> of(List<String> headers) {
        if (headers.size() > 1) {
            throw InvalidIdempotencyKey.because("there is more than one");
        }
        return headers.stream()
                .map(header -> new IdempotencyKey(unquoted(header.strip())))
                .findFirst();
    }

    private static String unquoted(String key) {
        if (!key.startsWith("\"")) {
            return key;
        }
        var quoted = QUOTED.matcher(key);
        if (!quoted.matches()) {
            throw InvalidIdempotencyKey.because("its quotes do not match");
        }
        return ESCAPED.matcher(quoted.group(1)).replaceAll("$1");
    }
}
