package io.ordersync.contract;

import static tools.jackson.core.JsonToken.START_OBJECT;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** The two forms of an order's JSON on the topic {@link Topics#ORDERS}. A reader accepts both at any time. */
public enum OrderFormat {

    /** Schema and payload: every reader knows the types. */
    ENVELOPE {
        @Override
        public byte[] write(OrderRecord order) {
            return OrderEnvelope.write(order);
        }
    },

    /** The payload alone: a sink needs the schema as its option {@code schema.content} (KIP-1054). */
    PLAIN {
        @Override
        public byte[] write(OrderRecord order) {
            return PayloadJson.write(order);
        }
    };

    public abstract byte[] write(OrderRecord order);

    /**
     * Reads an order in either form. A value whose first field is {@code schema} or {@code payload} is an envelope. Skips
     * the schema, and fields that this version does not know, so that a writer may be newer than its readers.
     *
     * @param value the record's value; null, a tombstone, is not an order
     * @throws UnreadableOrderRecord if the bytes have neither form, or the payload is not a valid order
     */
    public static OrderRecord read(byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableOrderRecord("the record has no value");
        }
        try (JsonParser json = PayloadJson.parser(value)) {
            UnreadableOrderRecord.require(json.nextToken() == START_OBJECT, "the value is not a JSON object");
            String first = json.nextName();
            UnreadableOrderRecord.require(first != null, "the value has no fields");
            Payload payload = OrderEnvelope.isHalf(first) ? OrderEnvelope.readHalves(json) : PayloadJson.read(json);
            UnreadableOrderRecord.require(json.nextToken() == null, "the value continues after the order");
            return payload.toOrder();
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadableOrderRecord(e);
        }
    }
}
