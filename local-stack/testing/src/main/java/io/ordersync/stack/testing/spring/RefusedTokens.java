package io.ordersync.stack.testing.spring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.setup.token.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of a user with all roles, each with one fault that a service must notice.
 *
 * @param key the key that the service trusts
 */
record RefusedTokens(SigningKey key) {

    private static final String RS256 = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** The tokens by their faults. */
    Map<String, String> all() {
        long now = Instant.now().getEpochSecond();
        String good = claims("order-sync", "order-sync", now - 10, now + 600);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", signed(claims("order-sync", "order-sync", now - 7200, now - 3600)));
        tokens.put("not valid yet", signed(claims("order-sync", "order-sync", now + 3600, now + 7200)));
        tokens.put("without an end", signed(good.replaceFirst(",\"exp\":\\d+", "")));
        tokens.put("for another audience", signed(claims("order-sync", "other", now - 10, now + 600)));
        tokens.put("without an audience", signed(good.replace("\"aud\":\"order-sync\",", "")));
        tokens.put("of another issuer", signed(claims("other", "order-sync", now - 10, now + 600)));
        tokens.put("without an issuer", signed(good.replace("\"iss\":\"order-sync\",", "")));
        tokens.put("signed with another key", signed(RS256, good, otherKey()));
        tokens.put("unsigned", content("{\"alg\":\"none\"}", good) + ".");
        tokens.put("unsigned with a signature", signed("{\"alg\":\"none\"}", good, key));
        tokens.put("signed with the public key as a password", signedWithPublicKey(good));
        tokens.put(
                "with other claims than were signed", exchanged(signed(good.replace("orders-admin", "nobody")), good));
        tokens.put("without a signature", content(RS256, good));
        tokens.put("that is none", "abc");
        tokens.put("that is too long", signed(good.replace("user-1", "u".repeat(4_400))));
        return tokens;
    }

    private static String claims(String issuer, String audience, long from, long to) {
        return """
                {"iss":"%s","aud":"%s","sub":"user-1","roles":["orders-admin","catalog-admin","marketing","operator"],\
                "iat":%d,"nbf":%d,"exp":%d}""".formatted(issuer, audience, from, from, to);
    }

    private String signed(String claims) {
        return signed(RS256, claims, key);
    }

    private static String signed(String header, String claims, SigningKey key) {
        String content = content(header, claims);
        return content + "." + BASE64.encodeToString(key.sign(content.getBytes(US_ASCII)));
    }

    private static String exchanged(String token, String claims) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + encoded(claims) + "." + parts[2];
    }

    /** A service that lets the token choose the algorithm would take its public key for a secret. */
    private String signedWithPublicKey(String claims) {
        try {
            String content = content("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Files.readAllBytes(key.publicKeyFile()), "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SigningKey otherKey() {
        try {
            Path folder = key.publicKeyFile().resolveSibling("other");
            return SigningKey.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(String header, String claims) {
        return encoded(header) + "." + encoded(claims);
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }
}
