package io.ordersync.service.security.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTests {

    private static final Instant END = Instant.parse("2026-11-28T12:00:00Z");

    private final AtomicInteger verifications = new AtomicInteger();
    private Instant now = END.minusSeconds(60);
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, new Clock() {
        @Override
        public ZoneId getZone() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void verifiesATokenOnce() {
        for (int n = 0; n < 5; n++) {
            assertThat(tokens.decode("good").getTokenValue()).isEqualTo("good");
        }
        assertThat(verifications).hasValue(1);
    }

    @Test
    void verifiesATokenThatHasExpiredAgain() {
        tokens.decode("good");
        now = END;

        tokens.decode("good");
        tokens.decode("good");

        assertThat(verifications).hasValue(3);
    }

    @Test
    void remembersNoInvalidToken() {
        for (int n = 0; n < 3; n++) {
            assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verifications).hasValue(3);
    }

    @Test
    void forgetsTokensWhenTheirLengthExceedsTheCapacity() {
        String large = "x".repeat(5_999);
        for (int n = 0; n < 2_000; n++) {
            tokens.decode(large + n);
        }
        int before = verifications.get();

        for (int n = 0; n < 2_000; n++) {
            tokens.decode(large + n);
        }

        assertThat(verifications.get() - before)
                .as("of 2,000 tokens, those that were forgotten")
                .isGreaterThan(1_000);
    }

    private Jwt verify(String token) {
        verifications.incrementAndGet();
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .issuedAt(END.minus(Duration.ofHours(1)))
                .expiresAt(END)
                .build();
    }
}
