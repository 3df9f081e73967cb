package io.ordersync.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTests {

    private static final String HOST = "127.0.0.1:8083";

    private final AllowedOrigins none = AllowedOrigins.of(Map.of());

    @Test
    void includeThePagesOfTheWorkerItselfAndOtherPrograms() {
        assertThat(none.include("http://127.0.0.1:8083", "same-origin", HOST, "PUT"))
                .isTrue();
        assertThat(none.include("https://127.0.0.1:8083", null, HOST, "PUT")).isTrue();
        assertThat(none.include(null, "none", HOST, "DELETE")).isTrue();
        assertThat(none.include(null, null, HOST, "DELETE")).isTrue();
        assertThat(none.include(null, null, null, "GET")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://attacker.example", "http://127.0.0.1:3000", "http://127.0.0.1", "null", ""})
    void includeNoPageOfAnotherOrigin(String origin) {
        assertThat(none.include(origin, null, HOST, "GET")).isFalse();
        assertThat(none.include(origin, "cross-site", HOST, "POST")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void includeNoChangeThatAnotherSiteHasCaused(String fetchSite) {
        assertThat(none.include(null, fetchSite, HOST, "POST")).isFalse();
        assertThat(none.include(null, fetchSite, HOST, "GET"))
                .as("a link to the worker")
                .isTrue();
    }

    @Test
    void includeWhatTheWorkerAllows() {
        AllowedOrigins one = AllowedOrigins.of(Map.of("access.control.allow.origin", "https://console.example"));
        assertThat(one.include("https://console.example", "cross-site", HOST, "PUT"))
                .isTrue();
        assertThat(one.include("https://attacker.example", "cross-site", HOST, "PUT"))
                .isFalse();
        AllowedOrigins all = AllowedOrigins.of(Map.of("access.control.allow.origin", "*"));
        assertThat(all.include("https://attacker.example", "cross-site", HOST, "PUT"))
                .isTrue();
    }
}
