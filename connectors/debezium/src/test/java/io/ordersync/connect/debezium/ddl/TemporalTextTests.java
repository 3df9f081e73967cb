package io.ordersync.connect.debezium.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalTextTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-29",
        "2026-3-9, 2026-03-09",
        "2026/03/29, 2026-03-29",
        "20260329, 2026-03-29",
        "260329, 2026-03-29",
        "99-12-31, 1999-12-31",
        "2026-03-29 02:30:00, 2026-03-29",
        "0000-00-00, 0000-00-00",
        "sooner, sooner"
    })
    void writesDates(String text, String date) {
        assertThat(TemporalText.date(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 02:30:00.1234567, 6, 2026-03-29 02:30:00.123456",
        "2026-03-29 02:30:00.9, 0, 2026-03-29 02:30:00",
        "2026-03-29T02:30, 0, 2026-03-29 02:30:00",
        "2026-03-29, 3, 2026-03-29 00:00:00",
        "20260329023000, 0, 2026-03-29 02:30:00",
        "260329023000.5, 3, 2026-03-29 02:30:00.5"
    })
    void writesTimestamps(String text, int digits, String timestamp) {
        assertThat(TemporalText.timestamp(text, digits)).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @CsvSource({
        "10:11, 0, 10:11:00",
        "-838:59:59.999999, 6, -838:59:59.999999",
        "1 02:00:00, 0, 26:00:00",
        "101112, 0, 10:11:12",
        "1112, 0, 00:11:12",
        "-5.25, 1, -00:00:05.2"
    })
    void writesTimes(String text, int digits, String time) {
        assertThat(TemporalText.time(text, digits)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"2026, true, 2026", "5, true, 2005", "70, true, 1970", "0, true, 0", "0, false, 2000", "0000, false, 0"
    })
    void writesYears(String text, boolean isNumber, String year) {
        assertThat(TemporalText.year(text, isNumber)).isEqualTo(year);
    }
}
