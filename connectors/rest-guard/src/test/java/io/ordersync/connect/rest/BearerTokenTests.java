package io.ordersync.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTests {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc "})
    void isTheRestOfTheHeader(String header) {
        assertThat(BearerToken.of(header)).contains("abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Basic YWJj", "abc", "Bearerabc", " Bearer abc"})
    void isMissingInOtherHeaders(String header) {
        assertThat(BearerToken.of(header)).isEmpty();
    }

    @Test
    void isOneTextEvenIfTheHeaderHoldsMore() {
        assertThat(BearerToken.of("Bearer abc,Bearer def")).contains("abc,Bearer def");
    }
}
