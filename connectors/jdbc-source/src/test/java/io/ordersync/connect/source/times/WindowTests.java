package io.ordersync.connect.source.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A later statement in the same second gets the same time. */
    @ParameterizedTest
    @CsvSource({"0, 2026-01-02 03:04:05.000000", "3, 2026-01-02 03:04:05.678000", "6, 2026-01-02 03:04:05.678901"})
    void endsAtTheBeginOfTheCurrentUnit(int digits, String end) {
        Window window = new Window(digits, ZoneOffset.UTC);
        Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
        assertThat(window.text(window.end(now, Duration.ZERO, Duration.ZERO))).isEqualTo(end);
    }

    @Test
    void theDelayOrTheOldestStatementHoldsItBack() {
        Window window = new Window(6, ZoneOffset.UTC);
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        assertThat(window.end(now, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isEqualTo(LocalDateTime.parse("2026-01-02T03:04:03"));
        assertThat(window.end(now, Duration.ofSeconds(2), Duration.ofSeconds(7)))
                .isEqualTo(LocalDateTime.parse("2026-01-02T03:03:58"));
    }

    /** The hour from 2 to 3 comes twice on 2026-10-25; rows of the second one must not be passed over. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-24T23:59:00Z, 2026-10-25T01:59:00",
        "2026-10-25T00:30:00Z, 2026-10-25T02:00:00",
        "2026-10-25T00:59:59Z, 2026-10-25T02:00:00",
        "2026-10-25T01:00:00Z, 2026-10-25T02:00:00",
        "2026-10-25T01:30:00Z, 2026-10-25T02:30:00",
        "2026-10-25T02:30:00Z, 2026-10-25T03:30:00",
        "2026-03-29T00:59:59Z, 2026-03-29T01:59:59",
        "2026-03-29T01:00:00Z, 2026-03-29T03:00:00"
    })
    void waitsForTheHourThatComesTwice(Instant now, LocalDateTime end) {
        assertThat(new Window(6, BERLIN).end(now, Duration.ZERO, Duration.ZERO)).isEqualTo(end);
    }
}
