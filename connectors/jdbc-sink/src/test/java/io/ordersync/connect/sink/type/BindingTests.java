package io.ordersync.connect.sink.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that no column can hold exactly is refused. */
class BindingTests {

    static Stream<Arguments> unstorable() {
        return Stream.of(
                arguments(Schema.STRING_SCHEMA, "a\ud800"),
                arguments(Schema.STRING_SCHEMA, "\udc00b"),
                arguments(Schema.STRING_SCHEMA, "\ud83d\ude00\ude00"),
                arguments(debezium("data.Enum", Schema.Type.STRING), "\ud800"),
                arguments(debezium("data.Json", Schema.Type.STRING), "\"\ud800\""),
                arguments(Schema.FLOAT32_SCHEMA, Float.NaN),
                arguments(Schema.FLOAT64_SCHEMA, Double.NEGATIVE_INFINITY),
                arguments(Decimal.schema(0), new BigDecimal("1e400000000")),
                arguments(Decimal.schema(0), new BigDecimal(BigInteger.ONE, 400_000_000)),
                arguments(Timestamp.SCHEMA, new Date(Long.MAX_VALUE)),
                arguments(Timestamp.SCHEMA, new Date(Long.MIN_VALUE)),
                arguments(Time.SCHEMA, new Date(Long.MIN_VALUE)),
                // PostgreSQL's infinities, as Debezium writes them
                arguments(debezium("time.Date", Schema.Type.INT32), Integer.MAX_VALUE),
                arguments(debezium("time.Date", Schema.Type.INT32), Integer.MIN_VALUE),
                arguments(debezium("time.Timestamp", Schema.Type.INT64), 9_223_372_036_825_200_000L),
                arguments(debezium("time.Timestamp", Schema.Type.INT64), -9_223_372_036_832_400_000L),
                arguments(debezium("time.Timestamp", Schema.Type.INT64), Long.MAX_VALUE),
                arguments(debezium("time.MicroTimestamp", Schema.Type.INT64), 9_223_372_036_825_200_000L),
                arguments(debezium("time.MicroTimestamp", Schema.Type.INT64), Long.MIN_VALUE),
                arguments(debezium("time.NanoTimestamp", Schema.Type.INT64), Long.MAX_VALUE),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "infinity"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "-infinity"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "user-1"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "2026-12-31T23:59:60Z"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "+10000-01-01T00:00:00Z"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "+999999999-12-31T23:59:59-18:00"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "9999-12-31T23:59:59-01:00"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "-0044-03-15T00:00:00Z"),
                arguments(debezium("time.ZonedTimestamp", Schema.Type.STRING), "2026-03-29T02:30:00.000000001Z"),
                arguments(debezium("time.NanoTimestamp", Schema.Type.INT64), 1_774_751_400_007_000_009L),
                arguments(debezium("time.NanoTime", Schema.Type.INT64), 1_500_000_001L),
                arguments(debezium("time.MicroTime", Schema.Type.INT64), Long.MIN_VALUE),
                arguments(debezium("time.Year", Schema.Type.INT32), 5),
                arguments(debezium("time.Year", Schema.Type.INT32), 1900),
                arguments(debezium("time.Year", Schema.Type.INT32), 2156));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void refusesAValueThatNoColumnCanHoldExactly(Schema schema, Object value) {
        assertThatThrownBy(() -> Binding.of(schema).convert().apply(value))
                .isInstanceOf(UnstorableRecordException.class);
    }

    static Stream<Arguments> mistaken() {
        return Stream.of(
                arguments(Schema.INT32_SCHEMA, "1"),
                arguments(Schema.INT8_SCHEMA, 1),
                arguments(Schema.STRING_SCHEMA, 1),
                arguments(Schema.BOOLEAN_SCHEMA, 1),
                arguments(Schema.BYTES_SCHEMA, "1"),
                arguments(Schema.FLOAT32_SCHEMA, 1.0),
                arguments(Decimal.schema(1), 1.0),
                arguments(Timestamp.SCHEMA, 1L),
                arguments(debezium("time.Timestamp", Schema.Type.INT64), "1"));
    }

    /** The sink turns the exception into a refusal of the record. */
    @ParameterizedTest
    @MethodSource("mistaken")
    void doesNotConvertAValueOfAnotherType(Schema schema, Object value) {
        assertThatThrownBy(() -> Binding.of(schema).convert().apply(value)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void hasNoBindingForANameWithAnotherType() {
        assertThat(Binding.of(debezium("time.Timestamp", Schema.Type.STRING))).isNull();
        assertThat(Binding.of(debezium("time.Date", Schema.Type.INT64))).isNull();
        assertThat(Binding.of(debezium("data.Bits", Schema.Type.STRING))).isNull();
        assertThat(Binding.of(SchemaBuilder.string().name(Decimal.LOGICAL_NAME).build()))
                .isNull();
    }

    @Test
    void sendsAFloatAsTheDoubleOfTheSameValue() {
        assertThat(Binding.of(Schema.FLOAT32_SCHEMA).convert().apply(Float.MAX_VALUE))
                .isEqualTo(3.4028234663852886e38);
        assertThat(Binding.of(Schema.FLOAT32_SCHEMA).convert().apply(1.1f)).isEqualTo(1.100000023841858);
    }

    @Test
    void keepsWholeCharacters() {
        String text = "\u0000 물 \ud83e\udd8a";
        assertThat(Binding.of(Schema.STRING_SCHEMA).convert().apply(text)).isSameAs(text);
    }

    /** Kafka's StringConverter puts U+FFFD for bytes that are not UTF-8. */
    @Test
    void refusesAPlainKeyThatWasNotUtf8() {
        FieldSource key = FieldSource.ofPlainKey("id", Schema.STRING_SCHEMA, SinkRecord::key);
        assertThat(key.reader().read(keyed("물"))).isEqualTo("물");
        assertThatThrownBy(() -> key.reader().read(keyed("a\ufffd"))).isInstanceOf(UnstorableRecordException.class);
    }

    @Test
    void quotesNoMoreThanTheBeginningOfALongText() {
        Schema zoned = debezium("time.ZonedTimestamp", Schema.Type.STRING);
        assertThatThrownBy(() -> Binding.of(zoned).convert().apply("x".repeat(1_000_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    private static SinkRecord keyed(String key) {
        return new SinkRecord("items", 0, Schema.STRING_SCHEMA, key, null, null, 0);
    }

    private static Schema debezium(String name, Schema.Type type) {
        return SchemaBuilder.type(type).name("io.debezium." + name).version(1).build();
    }
}
