package io.ordersync.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference is Connect's own {@link JsonConverter}, with the schema in the message and with {@code schema.content}. */
class OrderFormatTests {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final OrderRecord ORDER = new OrderRecord(
            UUID.fromString("01941f29-7c00-7aaa-8bbb-0123456789ab"),
            "user-1",
            "CATALOG-001",
            3,
            1500,
            4500,
            OrderStatus.PENDING,
            null,
            CREATED,
            CREATED.plusMillis(23));
    private static final int TRIES = 2_000;

    private final JsonConverter envelopes = converter(Map.of("schemas.enable", "true"));
    private final JsonConverter plainMessages =
            converter(Map.of("schemas.enable", "true", "schema.content", OrderEnvelope.SCHEMA));

    /** While writers change from one form to the other, the topic holds both. */
    @Test
    void readsEveryOrderInEitherForm() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomOrders orders = new RandomOrders(seed);
        for (int i = 0; i < TRIES; i++) {
            OrderRecord order = orders.next();
            OrderFormat form = OrderFormat.values()[random.nextInt(2)];

            assertThat(OrderFormat.read(form.write(order)))
                    .as("%s, seed %d", form, seed)
                    .isEqualTo(order);
        }
    }

    @Test
    void connectReadsBothFormsAlike() {
        long seed = System.nanoTime();
        RandomOrders orders = new RandomOrders(seed);
        for (int i = 0; i < TRIES; i++) {
            OrderRecord order = orders.next();

            assertThat(plainMessages.toConnectData("orders", OrderFormat.PLAIN.write(order)))
                    .as("%s, seed %d", order, seed)
                    .isEqualTo(envelopes.toConnectData("orders", OrderFormat.ENVELOPE.write(order)));
        }
    }

    @Test
    void plainFormIsThePayloadAlone() {
        String plain = text(OrderFormat.PLAIN);

        assertThat(plain).startsWith("{\"order_id\":\"01941f29-").doesNotContain("schema");
        assertThat(text(OrderFormat.ENVELOPE)).endsWith(",\"payload\":" + plain + "}");
    }

    @Test
    void skipsFieldsOfANewerWriter() {
        assertThat(changed("\"qty\":3", "\"qty\":3,\"gift_wrap\":{\"colour\":\"red\"},\"schema\":{},\"payload\":7"))
                .allSatisfy(newer -> assertThat(OrderFormat.read(newer)).isEqualTo(ORDER));
    }

    /** The sink writes a row for every record that Connect reads. If the service could not read it, the row would stay PENDING. */
    @ParameterizedTest
    @MethodSource("unusualRecords")
    void readsUnusualRecordsThatConnectReads(String from, String to) {
        for (OrderFormat form : OrderFormat.values()) {
            byte[] odd = changed(form, from, to);
            JsonConverter converter = form == OrderFormat.ENVELOPE ? envelopes : plainMessages;

            Struct value = (Struct) converter.toConnectData("orders", odd).value();

            assertThat(value.get("status")).isEqualTo("PENDING");
            assertThat(OrderFormat.read(odd)).isEqualTo(ORDER);
        }
    }

    static Stream<Arguments> unusualRecords() {
        return Stream.of(
                arguments("\"PENDING\"", "\"SHIPPED\",\"status\":\"PENDING\""),
                arguments("\"qty\":3", "\"qty\":4,\"qty\":3"),
                arguments("\"qty\":3", "\"qty\":3,\"deep\":" + "[".repeat(998) + "]".repeat(998)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"qty\":3         | \"qty\":\"3\"",
                "\"qty\":3         | \"qty\":3.0",
                "\"qty\":3         | \"qty\":null",
                "\"qty\":3         | \"qty\":true",
                "\"qty\":3         | \"qty\":3000000000",
                "\"qty\":3         | \"qty\":0",
                "\"qty\":3         | \"qty\":4",
                "\"qty\":3         | \"qty\":03",
                "\"qty\":3         | \"quantity\":3",
                "\"CATALOG-001\"   | 1",
                "\"CATALOG-001\"   | \"\"",
                "\"PENDING\"       | \"SHIPPED\"",
                "\"PENDING\"       | \" PENDING \"",
                "\"PENDING\"       | 0",
                "\"PENDING\"       | \"\"",
                "1767323045678     | \"2026-01-02T03:04:05Z\"",
                "1767323045678     | 1767323045678.5",
                "1767323045678     | -1",
                "1767323045678     | 253402300800000",
                "\"01941f29-7c00-7aaa-8bbb-0123456789ab\" | \"order-1\"",
            })
    void rejectsAPayloadThatIsNotAnOrder(String from, String to) {
        assertThat(changed(from, to))
                .allSatisfy(wrong ->
                        assertThatThrownBy(() -> OrderFormat.read(wrong)).isInstanceOf(UnreadableOrderRecord.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                   | the value has no fields",
                "{\"order_id\":\"o-1\",\"qty\":2}     | status is missing",
                "[]                                   | the value is not a JSON object",
                "null                                 | the value is not a JSON object",
                "7                                    | the value is not a JSON object",
                "{\"schema\":{}}                      | the envelope has no schema or no payload",
                "{\"payload\":{}}                     | the envelope has no schema or no payload",
                "{\"schema\":{},\"payload\":null}     | the payload is null",
                "{\"schema\":{},\"order_id\":\"o-1\"} | the envelope has a field beside one schema and one payload",
            })
    void saysWhyAValueIsNotAnOrder(String value, String cause) {
        assertThatThrownBy(() -> OrderFormat.read(value.getBytes(UTF_8)))
                .isInstanceOf(UnreadableOrderRecord.class)
                .hasMessage(cause);
    }

    @ParameterizedTest
    @EnumSource(OrderFormat.class)
    void rejectsContentBehindAnOrder(OrderFormat form) {
        Stream.of("{}", " 7", "}", ",", "\0", text(form))
                .forEach(more -> assertThatThrownBy(() -> OrderFormat.read((text(form) + more).getBytes(UTF_8)))
                        .as(more)
                        .isInstanceOf(UnreadableOrderRecord.class));
    }

    @ParameterizedTest
    @EnumSource(OrderFormat.class)
    void rejectsAnOrderThatIsCutOff(OrderFormat form) {
        String whole = text(form);
        for (int length = 0; length < whole.length(); length++) {
            byte[] cut = whole.substring(0, length).getBytes(UTF_8);
            assertThatThrownBy(() -> OrderFormat.read(cut)).isInstanceOf(UnreadableOrderRecord.class);
        }
    }

    private static JsonConverter converter(Map<String, Object> options) {
        JsonConverter converter = new JsonConverter();
        converter.configure(options, false);
        return converter;
    }

    private static String text(OrderFormat form) {
        return new String(form.write(ORDER), UTF_8);
    }

    /** The order with a part of its payload replaced, in both forms. */
    private static List<byte[]> changed(String from, String to) {
        return Stream.of(OrderFormat.values())
                .map(form -> changed(form, from, to))
                .toList();
    }

    private static byte[] changed(OrderFormat form, String from, String to) {
        String payload = text(OrderFormat.PLAIN);
        assertThat(payload).contains(from);
        return text(form).replace(payload, payload.replace(from, to)).getBytes(UTF_8);
    }
}
