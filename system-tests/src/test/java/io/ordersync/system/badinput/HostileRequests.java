package io.ordersync.system.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Requests of an attacker or a broken client, as bytes, because some are not HTTP. */
final class HostileRequests {

    private static final List<String> SPITE = List.of(
            "'; DROP TABLE orders; --",
            "1 OR 1=1",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "../../../../etc/passwd",
            "\\u0000",
            "\\ud800",
            "%s%n%x",
            "\\r\\nSet-Cookie: a=b");
    private static final String VALID = """
            {"userId":"bad","productId":"no such product","qty":1,"unitPrice":1}""";

    private final SeededRandom chance;
    private final String headers;

    /** @param authorization the header's value for the user "bad"; requests without it would get no further */
    HostileRequests(Random random, String authorization) {
        this.chance = new SeededRandom(random);
        this.headers = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + authorization + "\r\n";
    }

    byte[] next() {
        return switch (chance.below(12)) {
            case 0 -> chance.bytes(1 + chance.below(300));
            case 1 -> post("application/json", chance.bytes(chance.below(2_000)));
            case 2 -> post("application/json", deep().getBytes(UTF_8));
            case 3 -> post("application/json", replaced("1}", number() + "}").getBytes(UTF_8));
            case 4 ->
                post(
                        chance.oneOf("application/json", "application/json;charset=utf-16", "text/xml"),
                        VALID.getBytes(UTF_16));
            case 5 -> post("application/json", withSpite().getBytes(UTF_8));
            case 6 -> post("application/json", damaged());
            case 7 -> withHeader();
            case 8 -> line(chance.oneOf("TRACE", "FOO", "PUT", "PATCH", "", "get"), path());
            case 9 -> line("GET", path());
            case 10 -> line("DELETE", path());
            default -> cut();
        };
    }

    /** A request that announces a body of up to ten megabytes. */
    byte[] large() {
        return post("application/json", new byte[100_000 + chance.below(10_000_000)]);
    }

    /** The beginning of a request that never ends. */
    byte[] unfinished() {
        byte[] whole = post("application/json", VALID.getBytes(UTF_8));
        return Arrays.copyOf(whole, 1 + chance.below(whole.length - 1));
    }

    private byte[] post(String type, byte[] body) {
        byte[] head = ("POST /orders" + headers + "Content-Type: " + type + "\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private byte[] line(String method, String target) {
        return (method + " " + target + headers + "\r\n").getBytes(ISO_8859_1);
    }

    private byte[] withHeader() {
        String header = chance.oneOf(
                "Idempotency-Key: " + "k".repeat(chance.below(20_000)),
                "Idempotency-Key: \"" + "k".repeat(chance.below(8_000)) + "\"",
                "Idempotency-Key: a\0b",
                "Idempotency-Key: \u00fc\u00ff",
                "Prefer: wait=" + number(),
                "Prefer: wait=-1, wait=99999999999, ;;=",
                "Accept: */*;q=" + number(),
                "Content-Length: 5",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: nonsense",
                "Expect: the worst",
                "No colon at all",
                " folded: line",
                "Cookie: " + "a=b;".repeat(chance.below(2_000)));
        return ("POST /orders" + headers + "Content-Type: application/json\r\nContent-Length: " + VALID.length()
                        + "\r\n" + header + "\r\n\r\n" + VALID)
                .getBytes(ISO_8859_1);
    }

    private byte[] cut() {
        byte[] whole = post("application/json", VALID.getBytes(UTF_8));
        return Arrays.copyOf(whole, whole.length - 1 - chance.below(VALID.length() - 1));
    }

    private byte[] damaged() {
        byte[] body = VALID.getBytes(UTF_8);
        for (int i = chance.below(4); i >= 0; i--) {
            body[chance.below(body.length)] = (byte) chance.below(256);
        }
        return body;
    }

    private String withSpite() {
        return replaced(
                chance.oneOf("\"bad\"", "\"no such product\"", "userId", "qty"), "\"" + chance.oneOf(SPITE) + "\"");
    }

    private static String replaced(String what, String by) {
        return VALID.replace(what, by);
    }

    private String deep() {
        int depth = chance.below(30_000);
        return chance.oneOf("[", "{\"a\":").repeat(depth)
                + ((chance.below(2) == 0) ? "1" : "")
                + "]".repeat(chance.below(3));
    }

    private String number() {
        return chance.oneOf(
                "9".repeat(1 + chance.below(5_000)),
                "-0",
                "1e" + chance.below(999_999_999),
                "0." + "1".repeat(chance.below(500)),
                "NaN",
                "2147483648",
                "-1",
                "0x10");
    }

    private String path() {
        String id = chance.oneOf(SPITE).replace(" ", "%20").replace("<", "%3C").replace(">", "%3E");
        return chance.oneOf(
                "/orders/" + id,
                "/orders?userId=" + "u".repeat(chance.below(300)) + "&limit="
                        + chance.random().nextInt(),
                "/orders?limit=" + number() + "&userId=" + id,
                "/orders?userId=a&userId=b&after=" + id,
                "/orders?%zz",
                "/../../etc/passwd",
                "/orders/%00%2e%2e%2f",
                "//orders//" + id,
                "/" + "a/".repeat(chance.below(3_000)),
                "*",
                "http://[::1",
                "/v3/api-docs/" + id,
                "/actuator/" + id);
    }
}
