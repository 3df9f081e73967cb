package io.ordersync.service.security.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers verified tokens, so that a signature is checked once in five minutes and not for every request. A key that its
 * issuer withdraws is therefore trusted for five minutes at most. A token is forgotten when it expires, and an invalid one is
 * never remembered.
 */
public class VerifiedTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** In characters of all tokens: some 8,000 of our own tokens, and less than 20 MB with their claims. */
    private static final long CAPACITY = 4_000_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((String token, Jwt claims) -> token.length())
            .expireAfterWrite(LONGEST)
            .executor(Runnable::run)
            .build();

    /** @param decoder verifies tokens */
    public VerifiedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && !isExpired(known)) {
            return known;
        }
        Jwt jwt = decoder.decode(token);
        if (!isExpired(jwt)) {
            verified.put(token, jwt);
        }
        return jwt;
    }

    /** The decoder allows clocks to differ and may accept a token that has just expired. */
    private boolean isExpired(Jwt jwt) {
        Instant end = jwt.getExpiresAt();
        return end == null || !clock.instant().isBefore(end);
    }
}
