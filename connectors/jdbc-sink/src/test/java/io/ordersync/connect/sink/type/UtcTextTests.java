package io.ordersync.connect.sink.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTests {

    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void useATimeZoneFarFromUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
    }

    @AfterEach
    void restoreTheTimeZone() {
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00.000Z",
                "2026-03-29T02:30:00.007Z",
                "2000-02-29T12:00:00.120Z",
                "9999-12-31T23:59:59.999Z",
                "0001-01-01T00:00:00.000Z"
            })
    void writesTimestampsInUtcInEveryTimeZone(String instant) {
        String text = instant.replace('T', ' ').replace("Z", "");
        Date value = Date.from(Instant.parse(instant));
        assertThat(UtcText.timestamp(value)).isEqualTo(text);
        assertThat(UtcText.date(value)).isEqualTo(text.substring(0, 10));
        assertThat(UtcText.time(value)).isEqualTo(text.substring(11));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01 00:00:00.000000, 00:00:00.000000",
        "-1, 1969-12-31 23:59:59.999999, -00:00:00.000001",
        "3020399999999, 1970-02-04 22:59:59.999999, 838:59:59.999999",
        "100800000012, 1970-01-02 04:00:00.000012, 28:00:00.000012"
    })
    void writesMicroseconds(long micros, String timestamp, String time) {
        assertThat(UtcText.timestamp(micros)).isEqualTo(timestamp);
        assertThat(UtcText.time(micros)).isEqualTo(time);
    }

    @Test
    void refusesAYearOutsideMariaDbsRange() {
        assertThatThrownBy(() -> UtcText.timestamp(new Date(Long.MAX_VALUE)))
                .isInstanceOf(UnstorableRecordException.class)
                .hasMessageContaining("year");
    }
}
