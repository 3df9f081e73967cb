package io.ordersync.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.order.IdempotencyKey;
import io.ordersync.order.InvalidIdempotencyKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyHeaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "abc             | abc",
                "\"abc\"         | abc",
                "\"a\\\"b\\\\c\" | a\"b\\c",
            })
    void acceptsAKeyWithAndWithoutQuotes(String header, String key) {
        assertThat(IdempotencyKeyHeader.of(List.of(header))).contains(new IdempotencyKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"abc", "\"a\"b\"", "\"a\\b\""})
    void rejectsAnInvalidKey(String header) {
        assertThatThrownBy(() -> IdempotencyKeyHeader.of(List.of(header))).isInstanceOf(InvalidIdempotencyKey.class);
    }

    @Test
    void acceptsAtMost255Characters() {
        assertThat(IdempotencyKeyHeader.of(List.of("k".repeat(255)))).isPresent();
        assertThatThrownBy(() -> IdempotencyKeyHeader.of(List.of("k".repeat(256))))
                .isInstanceOf(InvalidIdempotencyKey.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "\\\"", "\\\\"})
    void rejectsAWronglyQuotedKeyOfAnyLength(String character) {
        String header = "\"" + character.repeat(100_000) + "\"";

        assertThatThrownBy(() -> IdempotencyKeyHeader.of(List.of(header))).isInstanceOf(InvalidIdempotencyKey.class);
    }

    @Test
    void rejectsTwoKeys() {
        assertThat(IdempotencyKeyHeader.of(List.of())).isEmpty();
        assertThatThrownBy(() -> IdempotencyKeyHeader.of(List.of("a", "a"))).isInstanceOf(InvalidIdempotencyKey.class);
    }
}
