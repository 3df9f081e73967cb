package io.ordersync.setup.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Issues JSON Web Tokens (RFC 7519) for the REST interfaces, signed with RS256. */
public final class TokenIssuer {

    /** The issuer and the audience of every token. */
    public static final String NAME = "order-sync";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");

    private final SigningKey key;
    private final Clock clock;

    public TokenIssuer(SigningKey key) {
        this(key, Clock.systemUTC());
    }

    TokenIssuer(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * A token that is valid from now on.
     *
     * @param subject the user, who owns the orders that are placed with the token
     * @param validFor whole seconds count
     */
    public String issue(String subject, Collection<String> roles, Duration validFor) {
        Instant now = clock.instant();
        String claims = """
                {"iss":%1$s,"aud":%1$s,"sub":%2$s,"roles":[%3$s],"iat":%4$d,"nbf":%4$d,"exp":%5$d}""".formatted(
                        quoted(NAME),
                        quoted(subject),
                        roles.stream().map(TokenIssuer::quoted).collect(Collectors.joining(",")),
                        now.getEpochSecond(),
                        now.plus(validFor).getEpochSecond());
        String content = HEADER + "." + encode(claims);
        return content + "." + BASE64.encodeToString(key.sign(content.getBytes(US_ASCII)));
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }

    /** A string of JSON (RFC 8259, section 7). */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
