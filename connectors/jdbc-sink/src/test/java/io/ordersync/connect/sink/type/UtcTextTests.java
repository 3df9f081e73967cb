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

    private static final long DAY = 86_400_000L;

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
        long millis = Instant.parse(instant).toEpochMilli();
        long midnight = Math.floorDiv(millis, DAY) * DAY;
        assertThat(UtcText.timestamp(new Date(millis))).isEqualTo(text);
        assertThat(UtcText.date(new Date(midnight))).isEqualTo(text.substring(0, 10));
        assertThat(UtcText.time(new Date(millis - midnight))).isEqualTo(text.substring(11));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01 00:00:00.000000, 00:00:00.000000",
        "-1, 1969-12-31 23:59:59.999999, -00:00:00.000001",
        "3020399999999, 1970-02-04 22:59:59.999999, 838:59:59.999999",
        "100800000012, 1970-01-02 04:00:00.000012, 28:00:00.000012"
    })
    void writesMicroseconds(long micros, String timestamp, String time) {
        assertThat(UtcText.timestampOfMicros(micros)).isEqualTo(timestamp);
        assertThat(UtcText.timeOfMicros(micros)).isEqualTo(time);
    }

    @Test
    void refusesAYearOutsideMariaDbsRange() {
        assertThatThrownBy(() -> UtcText.timestamp(new Date(Long.MAX_VALUE)))
                .isInstanceOf(UnstorableRecordException.class)
                .hasMessageContaining("year");
    }

    @Test
    void writesTimesOf24HoursAndMore() {
        assertThat(UtcText.time(new Date(DAY))).isEqualTo("24:00:00.000");
        assertThat(UtcText.timeOfMillis(-1)).isEqualTo("-00:00:00.001");
        assertThat(UtcText.timeOfMicros(1000 * DAY)).isEqualTo("24:00:00.000000");
        assertThat(UtcText.timeOfNanos(1_000_000 * DAY)).isEqualTo("24:00:00.000000");
        assertThat(UtcText.timeOfMillis(838 * 3_600_000L + 3_599_999)).isEqualTo("838:59:59.999");
    }

    @ParameterizedTest
    @ValueSource(longs = {3_020_400_000_000L, -3_020_400_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesATimeOutsideMariaDbsRange(long micros) {
        assertThatThrownBy(() -> UtcText.timeOfMicros(micros))
                .isInstanceOf(UnstorableRecordException.class)
                .hasMessageContaining("838:59:59");
    }

    @Test
    void refusesADateWithATime() {
        assertThatThrownBy(() -> UtcText.date(new Date(DAY + 1))).isInstanceOf(UnstorableRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesNanosecondsThatMariaDbCannotHold(long nanos) {
        assertThatThrownBy(() -> UtcText.timestampOfNanos(nanos)).isInstanceOf(UnstorableRecordException.class);
        assertThatThrownBy(() -> UtcText.timeOfNanos(nanos)).isInstanceOf(UnstorableRecordException.class);
    }
}
