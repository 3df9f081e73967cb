package io.ordersync.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPreferenceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "wait=5                          | 5",
                "Wait = 5                        | 5",
                "wait=\"5\"                      | 5",
                "wait=0                          | 0",
                "wait=31                         | 30",
                "wait=999999999                  | 30",
                "respond-async, wait=7; a=b      | 7",
                "wait=3, wait=9                  | 3",
            })
    void readsTheNumberOfSeconds(String header, long seconds) {
        assertThat(WaitPreference.of(List.of(header))).contains(new WaitPreference(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=1.5", "wait=soon", "await=5", "wait=1234567890"})
    void ignoresAnInvalidNumberOfSeconds(String header) {
        assertThat(WaitPreference.of(List.of(header))).isEmpty();
    }

    @Test
    void readsEveryHeader() {
        assertThat(WaitPreference.of(List.of("return=minimal", "wait=2")))
                .contains(new WaitPreference(Duration.ofSeconds(2)));
        assertThat(WaitPreference.of(List.of())).isEmpty();
    }
}
