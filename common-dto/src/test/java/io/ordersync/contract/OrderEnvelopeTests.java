package io.ordersync.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference is Connect's own {@link JsonConverter}. */
class OrderEnvelopeTests {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant UPDATED = Instant.parse("2026-01-02T03:04:06.001Z");
    private static final OrderRecord ORDER = new OrderRecord(
            UUID.fromString("01941f29-7c00-7aaa-8bbb-0123456789ab"),
            "user-1 \"한글\" 😀",
            "CATALOG-001",
            3,
            1500,
            4500,
            OrderStatus.PENDING,
            null,
            CREATED,
            UPDATED);

    private final JsonConverter converter = new JsonConverter();

    OrderEnvelopeTests() {
        converter.configure(Map.of("schemas.enable", "true"), false);
    }

    @Test
    void describesEveryFieldToConnect() {
        Schema schema =
                converter.toConnectData("orders", OrderEnvelope.write(ORDER)).schema();

        assertThat(schema.name()).isEqualTo("orders");
        assertThat(schema.type()).isEqualTo(Schema.Type.STRUCT);
        assertThat(schema.isOptional()).isFalse();
        assertThat(schema.fields())
                .extracting(
                        Field::name,
                        field -> field.schema().type(),
                        field -> field.schema().name(),
                        field -> field.schema().version(),
                        field -> field.schema().isOptional())
                .containsExactly(
                        tuple("order_id", Schema.Type.STRING, null, null, false),
                        tuple("user_id", Schema.Type.STRING, null, null, false),
                        tuple("product_id", Schema.Type.STRING, null, null, false),
                        tuple("qty", Schema.Type.INT32, null, null, false),
                        tuple("unit_price", Schema.Type.INT32, null, null, false),
                        tuple("total_price", Schema.Type.INT32, null, null, false),
                        tuple("status", Schema.Type.STRING, null, null, false),
                        tuple("reason", Schema.Type.STRING, null, null, true),
                        tuple("created_at", Schema.Type.INT64, Timestamp.LOGICAL_NAME, 1, false),
                        tuple("updated_at", Schema.Type.INT64, Timestamp.LOGICAL_NAME, 1, false),
                        tuple("revision", Schema.Type.INT32, null, null, false));
    }

    @Test
    void passesEveryValueToConnect() {
        OrderRecord rejected = ORDER.become(OrderStatus.REJECTED, "OUT_OF_STOCK", UPDATED);

        Struct value = (Struct)
                converter.toConnectData("orders", OrderEnvelope.write(rejected)).value();

        value.validate();
        assertThat(value.schema().fields().stream().map(value::get))
                .containsExactly(
                        "01941f29-7c00-7aaa-8bbb-0123456789ab",
                        "user-1 \"한글\" 😀",
                        "CATALOG-001",
                        3,
                        1500,
                        4500,
                        "REJECTED",
                        "OUT_OF_STOCK",
                        Date.from(CREATED),
                        Date.from(UPDATED),
                        3);
    }

    @Test
    void passesAMissingReasonToConnectAsNull() {
        Struct value = (Struct)
                converter.toConnectData("orders", OrderEnvelope.write(ORDER)).value();

        assertThat(value.get("reason")).isNull();
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void readsRecordsThatConnectWrote(OrderStatus status) {
        byte[] written = connectWrites(status);

        assertThat(OrderFormat.read(written)).isEqualTo(ORDER.become(status, null, UPDATED));
    }

    @Test
    void readsARecordOfAnOlderVersionWithoutARevision() {
        assertThat(read(",\"revision\":0", "")).isEqualTo(ORDER);
    }

    @Test
    void refusesARevisionThatDoesNotBelongToTheStatus() {
        assertThatThrownBy(() -> OrderFormat.read(changed("\"revision\":0", "\"revision\":3")))
                .isInstanceOf(UnreadableOrderRecord.class)
                .hasMessageContaining("revision 3 does not belong to the status PENDING");
    }

    @Test
    void writesTheSameSchemaAsConnect() {
        assertThat(schemaHalf(OrderEnvelope.write(ORDER))).isEqualTo(schemaHalf(connectWrites(ORDER.status())));
    }

    @Test
    void readsRecordsThatItWrote() {
        OrderRecord rejected = ORDER.become(OrderStatus.REJECTED, "PRICE_CHANGED", UPDATED);

        assertThat(OrderFormat.read(OrderEnvelope.write(rejected))).isEqualTo(rejected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"orders\"",
                "{}",
                "{\"schema\":{}}",
                "{\"payload\":{}}",
                "{\"schema\":null,\"payload\":null}",
                "{\"schema\":{},\"payload\":[]}",
                "{\"schema\":{},\"payload\":{\"order_id\":",
                "not json",
            })
    void rejectsAValueThatIsNotAnEnvelope(String text) {
        byte[] value = text == null ? null : text.getBytes(UTF_8);

        assertThatThrownBy(() -> OrderFormat.read(value)).isInstanceOf(UnreadableOrderRecord.class);
    }

    @Test
    void rejectsContentBesideTheEnvelope() {
        String envelope = new String(OrderEnvelope.write(ORDER), UTF_8);

        assertThatThrownBy(() -> OrderFormat.read((envelope + "{}").getBytes(UTF_8)))
                .isInstanceOf(UnreadableOrderRecord.class);
        assertThatThrownBy(() -> OrderFormat.read(
                        envelope.replace("\"payload\"", "\"x\":1,\"payload\"").getBytes(UTF_8)))
                .isInstanceOf(UnreadableOrderRecord.class);
        for (String second : List.of("{}", "null")) {
            String twice = envelope.replace("\"payload\"", "\"payload\":" + second + ",\"payload\"");
            assertThatThrownBy(() -> OrderFormat.read(twice.getBytes(UTF_8))).isInstanceOf(UnreadableOrderRecord.class);
        }
        assertThatThrownBy(() -> OrderFormat.read(new byte[] {(byte) 0xC3, (byte) 0x28}))
                .isInstanceOf(UnreadableOrderRecord.class);
    }

    private static String schemaHalf(byte[] envelope) {
        String text = new String(envelope, UTF_8);
        return text.substring(0, text.indexOf("\"payload\""));
    }

    private static OrderRecord read(String from, String to) {
        return OrderFormat.read(changed(from, to));
    }

    private static byte[] changed(String from, String to) {
        String envelope = new String(OrderEnvelope.write(ORDER), UTF_8);
        int payload = envelope.indexOf("\"payload\"");
        assertThat(envelope.substring(payload)).contains(from);
        String changed =
                envelope.substring(0, payload) + envelope.substring(payload).replace(from, to);
        return changed.getBytes(UTF_8);
    }

    private byte[] connectWrites(OrderStatus status) {
        Schema schema = SchemaBuilder.struct()
                .name("orders")
                .field("order_id", Schema.STRING_SCHEMA)
                .field("user_id", Schema.STRING_SCHEMA)
                .field("product_id", Schema.STRING_SCHEMA)
                .field("qty", Schema.INT32_SCHEMA)
                .field("unit_price", Schema.INT32_SCHEMA)
                .field("total_price", Schema.INT32_SCHEMA)
                .field("status", Schema.STRING_SCHEMA)
                .field("reason", Schema.OPTIONAL_STRING_SCHEMA)
                .field("created_at", Timestamp.SCHEMA)
                .field("updated_at", Timestamp.SCHEMA)
                .field("revision", Schema.INT32_SCHEMA)
                .build();
        Struct value = new Struct(schema)
                .put("order_id", ORDER.orderId().toString())
                .put("user_id", ORDER.userId())
                .put("product_id", ORDER.productId())
                .put("qty", ORDER.qty())
                .put("unit_price", ORDER.unitPrice())
                .put("total_price", ORDER.totalPrice())
                .put("status", status.name())
                .put("created_at", Date.from(CREATED))
                .put("updated_at", Date.from(UPDATED))
                .put("revision", status.revision());
        return converter.fromConnectData("orders", schema, value);
    }
}
