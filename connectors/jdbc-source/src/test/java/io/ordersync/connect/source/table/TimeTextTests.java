package io.ordersync.connect.source.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 02:30:00, 2026-03-29T02:30:00",
        "2026-03-29 02:30:00.006, 2026-03-29T02:30:00.006",
        "0001-01-01 00:00:00.000001, 0001-01-01T00:00:00.000001",
        "9999-12-31 23:59:59.999999, 9999-12-31T23:59:59.999999",
        "2026-03-29, 2026-03-29T00:00:00"
    })
    void readsTimes(String text, LocalDateTime time) {
        assertThat(TimeText.time(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "-838:59:59.999999, -3020399999999",
        "838:59:59, 3020399000000",
        "00:00:00.000001, 1",
        "-00:00:01, -1000000",
        "24:00:00.5, 86400500000"
    })
    void readsDurations(String text, long micros) {
        assertThat(TimeText.micros(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource({"UTC, 1774751400000000", "Asia/Seoul, 1774719000000000", "+09:00, 1774719000000000"})
    void readsTimesInTheirZone(String zone, long micros) {
        assertThat(TimeText.epochMicros(
                        TimeText.time("2026-03-29 02:30:00"), ZoneId.of(zone).normalized()))
                .isEqualTo(micros);
    }
}
