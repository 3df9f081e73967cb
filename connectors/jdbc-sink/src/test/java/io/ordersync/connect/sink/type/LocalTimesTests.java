package io.ordersync.connect.sink.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class LocalTimesTests {

    private static final Schema ZONED =
            SchemaBuilder.string().name("io.debezium.time.ZonedTimestamp").build();

    @Test
    void movesInstantsIntoTheZoneWithItsSummerTime() {
        LocalTimes berlin = new LocalTimes(ZoneId.of("Europe/Berlin"), ZoneOffset.UTC);
        assertThat(read(berlin, Timestamp.SCHEMA, date("2026-07-01T10:00:00.007Z")))
                .isEqualTo(date("2026-07-01T12:00:00.007Z"));
        assertThat(read(berlin, Timestamp.SCHEMA, date("2026-12-31T23:30:00Z")))
                .isEqualTo(date("2027-01-01T00:30:00Z"));
        assertThat(read(berlin, Time.SCHEMA, date("1970-01-01T10:00:00Z"))).isEqualTo(date("1970-01-01T11:00:00Z"));
        assertThat(read(berlin, ZONED, "2026-07-01T10:00:00Z")).isEqualTo("2026-07-01T10:00:00Z");
    }

    @Test
    void movesZonedTimestampsIntoTheirZone() {
        LocalTimes seoul = new LocalTimes(ZoneOffset.UTC, ZoneId.of("Asia/Seoul"));
        assertThat(read(seoul, ZONED, "2026-07-01T20:00:00.123456+02:00")).isEqualTo("2026-07-02T03:00:00.123456Z");
        assertThat(read(seoul, ZONED, "infinity")).isEqualTo("infinity");
        assertThat(read(seoul, Timestamp.SCHEMA, date("2026-07-01T10:00:00Z"))).isEqualTo(date("2026-07-01T10:00:00Z"));
    }

    @Test
    void returnsTheReaderItselfForOtherValues() {
        FieldSource.Reader reader = record -> "x";
        LocalTimes seoul = new LocalTimes(ZoneId.of("Asia/Seoul"), ZoneId.of("Asia/Seoul"));
        assertThat(seoul.read(Schema.STRING_SCHEMA, reader)).isSameAs(reader);
        assertThat(new LocalTimes(ZoneOffset.UTC, ZoneOffset.UTC).read(Timestamp.SCHEMA, reader))
                .isSameAs(reader);
    }

    @Test
    void keepsNull() {
        assertThat(read(new LocalTimes(ZoneId.of("Asia/Seoul"), ZoneOffset.UTC), Timestamp.SCHEMA, null))
                .isNull();
    }

    private static Object read(LocalTimes times, Schema schema, Object value) {
        return times.read(schema, record -> value).read(null);
    }

    private static Date date(String instant) {
        return Date.from(Instant.parse(instant));
    }
}
