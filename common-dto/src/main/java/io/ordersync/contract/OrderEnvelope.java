package io.ordersync.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tools.jackson.core.JsonToken.PROPERTY_NAME;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonParser;

/**
 * Writes an order as the JSON of Kafka Connect's {@code JsonConverter} with {@code schemas.enable=true}: an object with the
 * two fields {@code schema} and {@code payload}. The schema never changes, so its bytes are copied into each message, and a
 * reader skips it.
 */
public final class OrderEnvelope {

    /** The schema of an order, as a sink needs it for plain messages. */
    static final String SCHEMA = """
            {"type":"struct","fields":[\
            {"type":"string","optional":false,"field":"order_id"},\
            {"type":"string","optional":false,"field":"user_id"},\
            {"type":"string","optional":false,"field":"product_id"},\
            {"type":"int32","optional":false,"field":"qty"},\
            {"type":"int32","optional":false,"field":"unit_price"},\
            {"type":"int32","optional":false,"field":"total_price"},\
            {"type":"string","optional":false,"field":"status"},\
            {"type":"string","optional":true,"field":"reason"},\
            {"type":"int64","optional":false,"name":"org.apache.kafka.connect.data.Timestamp","version":1,"field":"created_at"},\
            {"type":"int64","optional":false,"name":"org.apache.kafka.connect.data.Timestamp","version":1,"field":"updated_at"},\
            {"type":"int32","optional":false,"field":"revision"}],\
            "optional":false,"name":"orders"}""";

    private static final byte[] HEAD = ("{\"schema\":" + SCHEMA + ",\"payload\":").getBytes(UTF_8);
    private static final int TYPICAL_PAYLOAD_BYTES = 335;

    private OrderEnvelope() {}

    public static byte[] write(OrderRecord order) {
        var bytes = new ByteArrayOutputStream(HEAD.length + TYPICAL_PAYLOAD_BYTES);
        bytes.writeBytes(HEAD);
        bytes.writeBytes(PayloadJson.write(order));
        bytes.write('}');
        return bytes.toByteArray();
    }

    /** Whether the field is one of the envelope's. An order has no such field. */
    static boolean isHalf(String field) {
        return "schema".equals(field) || "payload".equals(field);
    }

    /** Reads the envelope whose first field is the parser's current token, and returns its payload. */
    static Payload readHalves(JsonParser json) {
        Payload payload = null;
        boolean schema = false;
        while (json.currentToken() == PROPERTY_NAME) {
            String half = json.currentName();
            json.nextToken();
            if ("schema".equals(half) && !schema) {
                schema = true;
                json.skipChildren();
            } else if ("payload".equals(half) && payload == null) {
                payload = PayloadJson.read(json);
            } else {
                throw new UnreadableOrderRecord("the envelope has a field beside one schema and one payload");
            }
            json.nextToken();
        }
        UnreadableOrderRecord.require(schema && payload != null, "the envelope has no schema or no payload");
        return payload;
    }
}
