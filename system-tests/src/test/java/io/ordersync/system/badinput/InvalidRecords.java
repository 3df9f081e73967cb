package io.ordersync.system.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Invalid records for the topic {@code orders}, each with a unique key. */
final class InvalidRecords {

    private final SeededRandom chance;
    private final String product;

    InvalidRecords(Random random, String product) {
        this.chance = new SeededRandom(random);
        this.product = product;
    }

    Map.Entry<String, byte[]> next() {
        UUID id = UUID.randomUUID();
        String order = new String(OrderEnvelope.write(order(id)), UTF_8);
        if (chance.below(16) == 0) {
            String inUpperCase = "A" + id.toString().substring(1).toUpperCase(Locale.ROOT);
            return Map.entry(inUpperCase, with(order, id.toString(), inUpperCase));
        }
        return Map.entry(id.toString(), value(id.toString(), order));
    }

    private byte[] value(String key, String order) {
        return switch (chance.below(15)) {
            case 0 -> chance.bytes(chance.below(500));
            case 1 -> cut(order);
            case 2 ->
                with(
                        order,
                        "\"qty\":1,",
                        "\"qty\":" + chance.oneOf("\"1\"", "null", "1.5", "[]", "true", "01", "9".repeat(400)) + ",");
            case 3 ->
                with(order, "\"status\":\"PENDING\"", "\"status\":" + chance.oneOf("\"BOGUS\"", "null", "7", "\"\""));
            case 4 ->
                with(
                        order,
                        "\"user_id\":\"user-1\"",
                        "\"user_id\":" + chance.oneOf("\"\"", "null", "{}", "\"" + "u".repeat(65) + "\""));
            case 5 -> with(order, key, chance.oneOf(UUID.randomUUID().toString(), "no uuid", ""));
            case 6 ->
                with(order, "\"payload\":{", "\"payload\":" + chance.oneOf("null,\"more\":{", "[{", "{{", "7,\"x\":{"));
            case 7 -> ("{\"a\":".repeat(1 + chance.below(20_000)) + "1").getBytes(UTF_8);
            case 8 ->
                with(
                        order,
                        "\"created_at\":",
                        "\"created_at\":" + chance.oneOf("9".repeat(30), "-99999999999999999", "-1", "\"now\"")
                                + ",\"x\":");
            case 9 ->
                with(order, "unit_price\":1000,", "unit_price\":" + chance.oneOf("999", "-1", "0", "2147483647") + ",");
            case 10 ->
                with(
                        order,
                        "\"user_id\":\"user-1\"",
                        "\"user_id\":\"" + "\ud83d\ude00".repeat(33 + chance.below(32)) + "\"");
            case 11 -> with(order, "\"payload\":", "\"payload\":" + chance.oneOf("{}", "null", "7") + ",\"payload\":");
            case 12 -> with(order, "{\"schema\":", "{\"schema\":" + chance.oneOf("{}", "null") + ",\"schema\":");
            case 13 -> (order + chance.oneOf("}", " {}", "null", "\0", "x")).getBytes(UTF_8);
            default -> with(order, "\"payload\"", chance.oneOf("\"payloads\"", "\"schema\"", "payload", ""));
        };
    }

    /** A valid order. */
    OrderRecord order(UUID id) {
        Instant now = Instant.now();
        return new OrderRecord(id, "user-1", product, 1, 1000, 1000, OrderStatus.PENDING, null, now, now);
    }

    private byte[] cut(String order) {
        byte[] whole = order.getBytes(UTF_8);
        return Arrays.copyOf(whole, chance.below(whole.length));
    }

    private static byte[] with(String order, String what, String by) {
        if (!order.contains(what)) {
            throw new IllegalArgumentException(what + " is not in " + order);
        }
        return order.replace(what, by).getBytes(UTF_8);
    }
}
